CREATE TABLE "crisis_contacts" (
	"country" text PRIMARY KEY NOT NULL,
	"help" jsonb NOT NULL,
	"checked_by" text
);
--> statement-breakpoint
ALTER TABLE "crisis_contacts" ADD CONSTRAINT "crisis_contacts_checked_by_accounts_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;