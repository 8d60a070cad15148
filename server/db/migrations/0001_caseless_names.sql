ALTER TABLE "memberships" ADD COLUMN "caseless_name" text;--> statement-breakpoint
-- names from before keep the fold they were compared by: it is unique already
UPDATE "memberships" SET "caseless_name" = "folded_name";--> statement-breakpoint
ALTER TABLE "memberships" ALTER COLUMN "caseless_name" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_caseless_name" ON "memberships" USING btree ("circle_id","caseless_name") WHERE state <> 'removed';
