CREATE TYPE "public"."enquiry_kind" AS ENUM('directional', 'library-use', 'technical', 'access', 'finding', 'research', 'referencing', 'data-publishing', 'other');--> statement-breakpoint
CREATE TYPE "public"."benefit" AS ENUM('saves-time', 'improves-work', 'development');--> statement-breakpoint
CREATE TYPE "public"."phrase_kind" AS ENUM('phrase', 'objection');--> statement-breakpoint
CREATE TABLE "enquiries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "enquiries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"asked_on" date NOT NULL,
	"department_id" uuid,
	"source_id" uuid NOT NULL,
	"kind" "enquiry_kind" NOT NULL,
	"effort" smallint,
	"count" integer DEFAULT 1 NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"import_id" uuid,
	"idempotency_key" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "enquiries_effort_on_the_scale" CHECK ("enquiries"."effort" between 1 and 6),
	CONSTRAINT "enquiries_some" CHECK ("enquiries"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "enquiry_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department_handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"from_person_id" uuid NOT NULL,
	"to_person_id" uuid NOT NULL,
	"part" "liaison_part" NOT NULL,
	"to_had_part" "liaison_part",
	"starts_on" date NOT NULL,
	"ends_on" date,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ordered_by" uuid NOT NULL,
	"ordered_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handover_readings" (
	"handover_id" uuid NOT NULL,
	"step" text NOT NULL,
	"read_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handover_readings_handover_id_step_pk" PRIMARY KEY("handover_id","step")
);
--> statement-breakpoint
CREATE TABLE "evidence_cards" (
	"department_id" uuid PRIMARY KEY NOT NULL,
	"offer" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_quotes" (
	"department_id" uuid NOT NULL,
	"insight_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"passage" text DEFAULT '' NOT NULL,
	"named" boolean DEFAULT false NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_quotes_department_id_insight_id_pk" PRIMARY KEY("department_id","insight_id")
);
--> statement-breakpoint
CREATE TABLE "phrase_uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phrase_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"used_on" date NOT NULL,
	"worked" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"person_id" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "phrases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "phrase_kind" NOT NULL,
	"benefit" "benefit",
	"text" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "subject" text DEFAULT 'insights' NOT NULL;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_source_id_enquiry_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."enquiry_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_logged_by_people_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_handovers" ADD CONSTRAINT "department_handovers_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_handovers" ADD CONSTRAINT "department_handovers_from_person_id_people_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_handovers" ADD CONSTRAINT "department_handovers_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_handovers" ADD CONSTRAINT "department_handovers_ordered_by_people_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_readings" ADD CONSTRAINT "handover_readings_handover_id_department_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."department_handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_cards" ADD CONSTRAINT "evidence_cards_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_cards" ADD CONSTRAINT "evidence_cards_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_quotes" ADD CONSTRAINT "evidence_quotes_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_quotes" ADD CONSTRAINT "evidence_quotes_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_quotes" ADD CONSTRAINT "evidence_quotes_chosen_by_people_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase_uses" ADD CONSTRAINT "phrase_uses_phrase_id_phrases_id_fk" FOREIGN KEY ("phrase_id") REFERENCES "public"."phrases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase_uses" ADD CONSTRAINT "phrase_uses_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase_uses" ADD CONSTRAINT "phrase_uses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enquiries_idempotency_key" ON "enquiries" USING btree ("logged_by","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "enquiries_imported_once_key" ON "enquiries" USING btree ("idempotency_key") WHERE "enquiries"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "enquiries_department_id_index" ON "enquiries" USING btree ("department_id","asked_on") WHERE "enquiries"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "enquiries_asked_on_index" ON "enquiries" USING btree ("asked_on","seq") WHERE "enquiries"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "enquiries_logged_by_index" ON "enquiries" USING btree ("logged_by","seq");--> statement-breakpoint
CREATE INDEX "enquiries_import_id_index" ON "enquiries" USING btree ("import_id") WHERE "enquiries"."import_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "enquiry_sources_name_key" ON "enquiry_sources" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "department_handovers_department_id_index" ON "department_handovers" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "department_handovers_to_person_id_index" ON "department_handovers" USING btree ("to_person_id");--> statement-breakpoint
CREATE INDEX "phrase_uses_phrase_id_index" ON "phrase_uses" USING btree ("phrase_id");--> statement-breakpoint
CREATE INDEX "phrase_uses_department_id_index" ON "phrase_uses" USING btree ("department_id");--> statement-breakpoint
INSERT INTO "enquiry_sources" ("id", "name") VALUES
  ('01920000-0000-7000-8000-000000000201', 'Enquiry desk'),
  ('01920000-0000-7000-8000-000000000202', 'Online chat'),
  ('01920000-0000-7000-8000-000000000203', 'E-mail'),
  ('01920000-0000-7000-8000-000000000204', 'Telephone'),
  ('01920000-0000-7000-8000-000000000205', 'Appointment');
