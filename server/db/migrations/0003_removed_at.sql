ALTER TABLE "memberships" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
-- of those removed before this was kept, every invitation made until now counts as earlier
UPDATE "memberships" SET "removed_at" = now() WHERE "state" = 'removed';
