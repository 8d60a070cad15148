CREATE TABLE "tallies" (
	"meetup_id" text NOT NULL,
	"opened" bigint NOT NULL,
	"tally" jsonb NOT NULL,
	CONSTRAINT "tallies_meetup_id_opened_pk" PRIMARY KEY("meetup_id","opened")
);
--> statement-breakpoint
CREATE TABLE "tally_answers" (
	"meetup_id" text NOT NULL,
	"opened" bigint NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "tally_answers_meetup_id_opened_pk" PRIMARY KEY("meetup_id","opened")
);
--> statement-breakpoint
CREATE TABLE "tally_seats" (
	"meetup_id" text NOT NULL,
	"opened" bigint NOT NULL,
	"admission_id" text NOT NULL,
	CONSTRAINT "tally_seats_meetup_id_opened_admission_id_pk" PRIMARY KEY("meetup_id","opened","admission_id")
);
--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_answers" ADD CONSTRAINT "tally_answers_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_seats" ADD CONSTRAINT "tally_seats_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_seats" ADD CONSTRAINT "tally_seats_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tally_seats_admission" ON "tally_seats" USING btree ("admission_id");