ALTER TABLE "admissions" ADD COLUMN "login_session_id" text;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD COLUMN "recovery_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "left" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_login_session_id_login_sessions_id_fk" FOREIGN KEY ("login_session_id") REFERENCES "public"."login_sessions"("id") ON DELETE set null ON UPDATE no action;