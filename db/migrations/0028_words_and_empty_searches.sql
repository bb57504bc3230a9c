CREATE TYPE "public"."word_group_kind" AS ENUM('same', 'one-way');--> statement-breakpoint
CREATE TABLE "empty_searches" (
	"words" text PRIMARY KEY NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"last_day" date NOT NULL,
	"put_aside_on" date
);
--> statement-breakpoint
CREATE TABLE "word_group_revisions" (
	"group_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"kind" "word_group_kind" NOT NULL,
	"words" text[] NOT NULL,
	"finds" text[] DEFAULT '{}' NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "word_group_revisions_group_id_version_pk" PRIMARY KEY("group_id","version")
);
--> statement-breakpoint
CREATE TABLE "word_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"kind" "word_group_kind" NOT NULL,
	"words" text[] NOT NULL,
	"finds" text[] DEFAULT '{}' NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "word_group_revisions" ADD CONSTRAINT "word_group_revisions_group_id_word_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."word_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_group_revisions" ADD CONSTRAINT "word_group_revisions_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;