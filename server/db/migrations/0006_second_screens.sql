CREATE TABLE "screens" (
	"identity" text PRIMARY KEY NOT NULL,
	"admission_id" text NOT NULL,
	"login_session_id" text NOT NULL,
	"code_hash" text,
	"code_expires_at" timestamp with time zone NOT NULL,
	"key_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "screens_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "screens_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_login_session_id_login_sessions_id_fk" FOREIGN KEY ("login_session_id") REFERENCES "public"."login_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screens_admission" ON "screens" USING btree ("admission_id");--> statement-breakpoint
CREATE INDEX "screens_login_session" ON "screens" USING btree ("login_session_id");