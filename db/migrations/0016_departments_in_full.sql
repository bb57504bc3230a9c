CREATE TYPE "public"."structure_change_kind" AS ENUM('added', 'renamed', 'moved', 'merged', 'split', 'closed', 'reopened');--> statement-breakpoint
CREATE TYPE "public"."approach_outcome" AS ENUM('took-it-up', 'no-time', 'no-need-seen', 'not-now');--> statement-breakpoint
CREATE TYPE "public"."approach_way" AS ENUM('conversation', 'email', 'their-meeting', 'training', 'event', 'flyer', 'other');--> statement-breakpoint
CREATE TYPE "public"."contact_role" AS ENUM('head', 'library-rep', 'library-friend', 'stakeholder', 'new-person', 'other');--> statement-breakpoint
CREATE TYPE "public"."department_entry_kind" AS ENUM('profile', 'contact', 'source', 'approach', 'question', 'sentence', 'need');--> statement-breakpoint
CREATE TYPE "public"."need_state" AS ENUM('met', 'unmet', 'not-aware');--> statement-breakpoint
CREATE TYPE "public"."rhythm" AS ENUM('weekly', 'fortnightly', 'monthly', 'termly', 'half-yearly', 'yearly');--> statement-breakpoint
CREATE TYPE "public"."source_kind" AS ENUM('website', 'publication', 'list');--> statement-breakpoint
CREATE TYPE "public"."subscription" AS ENUM('none', 'subscribed', 'asked-for', 'not-subscribed');--> statement-breakpoint
CREATE TABLE "department_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "department_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "structure_change_kind" NOT NULL,
	"department_id" uuid NOT NULL,
	"other_id" uuid,
	"details" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
CREATE TABLE "department_moved_insights" (
	"change_id" uuid NOT NULL,
	"insight_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"about_both" boolean NOT NULL,
	CONSTRAINT "department_moved_insights_change_id_insight_id_pk" PRIMARY KEY("change_id","insight_id")
);
--> statement-breakpoint
CREATE TABLE "approaches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"way" "approach_way" NOT NULL,
	"what" text NOT NULL,
	"made_on" date NOT NULL,
	"outcome" "approach_outcome",
	"learned" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"name" text NOT NULL,
	"role" "contact_role" NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"does" text DEFAULT '' NOT NULL,
	"works_on" text DEFAULT '' NOT NULL,
	"since" date,
	"until" date
);
--> statement-breakpoint
CREATE TABLE "department_needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"state" "need_state",
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department_profiles" (
	"department_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"core_business" text DEFAULT '' NOT NULL,
	"places" text DEFAULT '' NOT NULL,
	"size" text DEFAULT '' NOT NULL,
	"agendas" text DEFAULT '' NOT NULL,
	"systems" text DEFAULT '' NOT NULL,
	"rhythm" "rhythm",
	"approach" text DEFAULT '' NOT NULL,
	"works" text DEFAULT '' NOT NULL,
	"works_not" text DEFAULT '' NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "department_revisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"department_id" uuid NOT NULL,
	"kind" "department_entry_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"kind" "source_kind" NOT NULL,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"subscription" "subscription" NOT NULL,
	"turn_id" uuid,
	"every_weeks" smallint,
	"checked_on" date
);
--> statement-breakpoint
CREATE TABLE "question_answers" (
	"question_id" uuid NOT NULL,
	"insight_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_answers_question_id_insight_id_pk" PRIMARY KEY("question_id","insight_id")
);
--> statement-breakpoint
CREATE TABLE "questions_to_ask" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"question" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" smallint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "services_name_key" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "source_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"checked_on" date NOT NULL,
	"found" boolean NOT NULL,
	"checked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "summary_citations" (
	"sentence_id" uuid NOT NULL,
	"insight_id" uuid NOT NULL,
	"cited_by" uuid NOT NULL,
	"cited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summary_citations_sentence_id_insight_id_pk" PRIMARY KEY("sentence_id","insight_id")
);
--> statement-breakpoint
CREATE TABLE "summary_sentences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"sentence" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "split_from_id" uuid;--> statement-breakpoint
ALTER TABLE "insight_departments" ADD COLUMN "last_heard_on" date;--> statement-breakpoint
ALTER TABLE "department_changes" ADD CONSTRAINT "department_changes_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_changes" ADD CONSTRAINT "department_changes_other_id_departments_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_changes" ADD CONSTRAINT "department_changes_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_changes" ADD CONSTRAINT "department_changes_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_moved_insights" ADD CONSTRAINT "department_moved_insights_change_id_department_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."department_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_moved_insights" ADD CONSTRAINT "department_moved_insights_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approaches" ADD CONSTRAINT "approaches_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approaches" ADD CONSTRAINT "approaches_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approaches" ADD CONSTRAINT "approaches_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_needs" ADD CONSTRAINT "department_needs_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_needs" ADD CONSTRAINT "department_needs_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_needs" ADD CONSTRAINT "department_needs_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_profiles" ADD CONSTRAINT "department_profiles_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_profiles" ADD CONSTRAINT "department_profiles_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_revisions" ADD CONSTRAINT "department_revisions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_revisions" ADD CONSTRAINT "department_revisions_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_sources" ADD CONSTRAINT "department_sources_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_sources" ADD CONSTRAINT "department_sources_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_sources" ADD CONSTRAINT "department_sources_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_sources" ADD CONSTRAINT "department_sources_turn_id_people_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_question_id_questions_to_ask_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions_to_ask"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions_to_ask" ADD CONSTRAINT "questions_to_ask_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions_to_ask" ADD CONSTRAINT "questions_to_ask_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions_to_ask" ADD CONSTRAINT "questions_to_ask_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_source_id_department_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."department_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_citations" ADD CONSTRAINT "summary_citations_sentence_id_summary_sentences_id_fk" FOREIGN KEY ("sentence_id") REFERENCES "public"."summary_sentences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_citations" ADD CONSTRAINT "summary_citations_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_citations" ADD CONSTRAINT "summary_citations_cited_by_people_id_fk" FOREIGN KEY ("cited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_sentences" ADD CONSTRAINT "summary_sentences_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_sentences" ADD CONSTRAINT "summary_sentences_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_sentences" ADD CONSTRAINT "summary_sentences_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "department_changes_department_id_index" ON "department_changes" USING btree ("department_id","seq");--> statement-breakpoint
CREATE INDEX "department_changes_other_id_index" ON "department_changes" USING btree ("other_id","seq");--> statement-breakpoint
CREATE INDEX "approaches_department_id_index" ON "approaches" USING btree ("department_id","made_on");--> statement-breakpoint
CREATE INDEX "contacts_department_id_index" ON "contacts" USING btree ("department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "department_needs_service_key" ON "department_needs" USING btree ("department_id","service_id");--> statement-breakpoint
CREATE INDEX "department_revisions_department_id_index" ON "department_revisions" USING btree ("department_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "department_revisions_version_key" ON "department_revisions" USING btree ("subject_id","version");--> statement-breakpoint
CREATE INDEX "department_sources_department_id_index" ON "department_sources" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "department_sources_due_index" ON "department_sources" USING btree ("checked_on") WHERE "department_sources"."every_weeks" is not null and "department_sources"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "question_answers_insight_id_index" ON "question_answers" USING btree ("insight_id");--> statement-breakpoint
CREATE INDEX "questions_to_ask_department_id_index" ON "questions_to_ask" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "source_checks_source_id_index" ON "source_checks" USING btree ("source_id","checked_at");--> statement-breakpoint
CREATE INDEX "summary_citations_insight_id_index" ON "summary_citations" USING btree ("insight_id");--> statement-breakpoint
CREATE INDEX "summary_sentences_department_id_index" ON "summary_sentences" USING btree ("department_id","position");--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_merged_into_id_departments_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_split_from_id_departments_id_fk" FOREIGN KEY ("split_from_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "insight_departments_last_heard_on_index" ON "insight_departments" USING btree ("department_id","last_heard_on") WHERE "insight_departments"."last_heard_on" is not null;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_not_merged_into_itself" CHECK ("departments"."merged_into_id" <> "departments"."id");--> statement-breakpoint
UPDATE "insight_departments" SET "last_heard_on" = "insights"."last_heard_on" FROM "insights" WHERE "insights"."id" = "insight_departments"."insight_id" AND "insights"."last_heard_on" IS NOT NULL;--> statement-breakpoint
INSERT INTO "services" ("id", "name", "position") VALUES
  ('01920000-0000-7000-8000-000000000201', 'Reading lists', 1),
  ('01920000-0000-7000-8000-000000000202', 'Sessions in lectures and seminars', 2),
  ('01920000-0000-7000-8000-000000000203', 'Help with systematic reviews', 3),
  ('01920000-0000-7000-8000-000000000204', 'Open access and copyright', 4),
  ('01920000-0000-7000-8000-000000000205', 'Research data', 5),
  ('01920000-0000-7000-8000-000000000206', 'Interlibrary loans', 6),
  ('01920000-0000-7000-8000-000000000207', 'One-to-one appointments', 7);
