DROP INDEX "memberships_name";--> statement-breakpoint
DROP INDEX "memberships_caseless_name";--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_name" ON "memberships" USING btree ("circle_id","folded_name") WHERE state = 'joined';--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_caseless_name" ON "memberships" USING btree ("circle_id","caseless_name") WHERE state = 'joined';