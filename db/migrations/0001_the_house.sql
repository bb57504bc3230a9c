CREATE TYPE "public"."alias_kind" AS ENUM('nickname', 'old-name');--> statement-breakpoint
CREATE TYPE "public"."department_kind" AS ENUM('faculty', 'school', 'department', 'research-group', 'service', 'external');--> statement-breakpoint
CREATE TYPE "public"."liaison_part" AS ENUM('owner', 'co-owner');--> statement-breakpoint
CREATE TYPE "public"."basis" AS ENUM('reported', 'fact', 'opinion');--> statement-breakpoint
CREATE TYPE "public"."insight_kind" AS ENUM('observation', 'need', 'problem', 'interest', 'opportunity', 'behaviour', 'feedback', 'new-person', 'win', 'question');--> statement-breakpoint
CREATE TYPE "public"."insight_source" AS ENUM('web', 'api', 'import', 'mail', 'desk', 'demo');--> statement-breakpoint
CREATE TYPE "public"."visibility" AS ENUM('staff', 'team', 'me');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('assistant', 'liaison', 'editor', 'admin');--> statement-breakpoint
CREATE TYPE "public"."formality" AS ENUM('formal', 'informal');--> statement-breakpoint
CREATE TABLE "department_aliases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" "alias_kind" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department_liaisons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" "liaison_part" NOT NULL,
	"from_date" date NOT NULL,
	"until_date" date
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "departments_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" "department_kind" NOT NULL,
	"parent_id" uuid,
	"closed_at" timestamp (3) with time zone,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "departments_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"actor_id" uuid,
	"subject_id" uuid,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insight_departments" (
	"insight_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"insight_seq" bigint NOT NULL,
	"heard_on" date NOT NULL,
	CONSTRAINT "insight_departments_insight_id_department_id_pk" PRIMARY KEY("insight_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "insight_index_states" (
	"insight_id" uuid PRIMARY KEY NOT NULL,
	"wanted" integer DEFAULT 1 NOT NULL,
	"confirmed" integer,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "insight_revisions" (
	"insight_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"body" text NOT NULL,
	"kind" "insight_kind" NOT NULL,
	"basis" "basis" NOT NULL,
	"channel_id" uuid NOT NULL,
	"heard_on" date NOT NULL,
	"visibility" "visibility" NOT NULL,
	"department_ids" jsonb NOT NULL,
	"tag_names" jsonb NOT NULL,
	CONSTRAINT "insight_revisions_insight_id_version_pk" PRIMARY KEY("insight_id","version")
);
--> statement-breakpoint
CREATE TABLE "insight_tags" (
	"insight_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "insight_tags_insight_id_tag_id_pk" PRIMARY KEY("insight_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "insights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "insights_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"body" text NOT NULL,
	"html" text NOT NULL,
	"renderer_version" smallint NOT NULL,
	"plain_text" text NOT NULL,
	"search_text" text NOT NULL,
	"search_vector" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', search_text)) STORED,
	"kind" "insight_kind" NOT NULL,
	"basis" "basis" NOT NULL,
	"channel_id" uuid NOT NULL,
	"heard_on" date NOT NULL,
	"heard_week" date GENERATED ALWAYS AS ((date_trunc('week', heard_on::timestamp))::date) STORED NOT NULL,
	"posted_week" date NOT NULL,
	"visibility" "visibility" NOT NULL,
	"author_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"source" "insight_source" NOT NULL,
	"import_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"idempotency_key" text NOT NULL,
	"posted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" uuid,
	"hidden_reason" text,
	"superseded_by_id" uuid,
	CONSTRAINT "insights_hidden_whole" CHECK (("insights"."hidden_at" is null) = ("insights"."hidden_by" is null)),
	CONSTRAINT "insights_not_superseded_by_itself" CHECK ("insights"."superseded_by_id" <> "insights"."id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "people_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" "role" NOT NULL,
	"job_title" text NOT NULL,
	"team_id" uuid NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp (3) with time zone,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_slug_unique" UNIQUE("slug"),
	CONSTRAINT "teams_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "search_keys" (
	"purpose" text PRIMARY KEY NOT NULL,
	"uid" text NOT NULL,
	"key" text NOT NULL,
	"minted_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"phrase" text NOT NULL,
	"formality" "formality" NOT NULL,
	"position" smallint NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "channels_slug_unique" UNIQUE("slug"),
	CONSTRAINT "channels_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "tag_synonyms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tag_id" uuid NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "tags_name_key" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "department_aliases" ADD CONSTRAINT "department_aliases_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_liaisons" ADD CONSTRAINT "department_liaisons_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_liaisons" ADD CONSTRAINT "department_liaisons_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_departments" ADD CONSTRAINT "insight_departments_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_departments" ADD CONSTRAINT "insight_departments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_index_states" ADD CONSTRAINT "insight_index_states_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_revisions" ADD CONSTRAINT "insight_revisions_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_revisions" ADD CONSTRAINT "insight_revisions_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_tags" ADD CONSTRAINT "insight_tags_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_tags" ADD CONSTRAINT "insight_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights" ADD CONSTRAINT "insights_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights" ADD CONSTRAINT "insights_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights" ADD CONSTRAINT "insights_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights" ADD CONSTRAINT "insights_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights" ADD CONSTRAINT "insights_superseded_by_id_insights_id_fk" FOREIGN KEY ("superseded_by_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_synonyms" ADD CONSTRAINT "tag_synonyms_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "department_aliases_name_key" ON "department_aliases" USING btree ("department_id",lower("name"));--> statement-breakpoint
CREATE INDEX "department_liaisons_department_id_index" ON "department_liaisons" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "department_liaisons_person_id_index" ON "department_liaisons" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "department_liaisons_owner_key" ON "department_liaisons" USING btree ("department_id") WHERE "department_liaisons"."part" = 'owner' and "department_liaisons"."until_date" is null;--> statement-breakpoint
CREATE INDEX "departments_parent_id_index" ON "departments" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "events_subject_id_index" ON "events" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "events_seq_index" ON "events" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "insight_departments_department_index" ON "insight_departments" USING btree ("department_id","insight_seq");--> statement-breakpoint
CREATE INDEX "insight_departments_heard_on_index" ON "insight_departments" USING btree ("department_id","heard_on");--> statement-breakpoint
CREATE INDEX "insight_index_states_unconfirmed_index" ON "insight_index_states" USING btree ("changed_at") WHERE "insight_index_states"."confirmed" is distinct from "insight_index_states"."wanted";--> statement-breakpoint
CREATE INDEX "insight_tags_tag_id_index" ON "insight_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE UNIQUE INDEX "insights_idempotency_key" ON "insights" USING btree ("author_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "insights_heard_week_index" ON "insights" USING btree ("heard_week","seq") WHERE "insights"."withdrawn_at" is null and "insights"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "insights_posted_week_index" ON "insights" USING btree ("posted_week","seq") WHERE "insights"."withdrawn_at" is null and "insights"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "insights_author_id_index" ON "insights" USING btree ("author_id","seq");--> statement-breakpoint
CREATE INDEX "insights_search_vector_index" ON "insights" USING gin ("search_vector");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "people_team_id_index" ON "people" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "search_words_trigram_index" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "tag_synonyms_tag_id_index" ON "tag_synonyms" USING btree ("tag_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tag_synonyms_name_key" ON "tag_synonyms" USING btree (lower("name"));