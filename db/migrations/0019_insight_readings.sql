CREATE TABLE "insight_readings" (
	"person_id" uuid NOT NULL,
	"insight_id" uuid NOT NULL,
	"read_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "insight_readings_person_id_insight_id_pk" PRIMARY KEY("person_id","insight_id")
);
--> statement-breakpoint
ALTER TABLE "insight_readings" ADD CONSTRAINT "insight_readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_readings" ADD CONSTRAINT "insight_readings_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;