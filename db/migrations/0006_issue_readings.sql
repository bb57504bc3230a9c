CREATE TABLE "issue_readings" (
	"person_id" uuid NOT NULL,
	"week" date NOT NULL,
	"up_to" bigint NOT NULL,
	"looked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issue_readings_person_id_week_pk" PRIMARY KEY("person_id","week")
);
--> statement-breakpoint
ALTER TABLE "issue_readings" ADD CONSTRAINT "issue_readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;