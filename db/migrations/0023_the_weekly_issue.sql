CREATE TABLE "feed_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"scope" text DEFAULT 'staff' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "feed_keys_key_hash_key" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"purpose" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issue_picks" (
	"issue_id" uuid NOT NULL,
	"insight_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"sentence" text DEFAULT '' NOT NULL,
	"picked_by" uuid NOT NULL,
	"picked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issue_picks_issue_id_insight_id_pk" PRIMARY KEY("issue_id","insight_id")
);
--> statement-breakpoint
CREATE TABLE "weekly_issues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"week" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	"minute" jsonb,
	"prompt" text DEFAULT '' NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"approved_by" uuid,
	"closed_at" timestamp (3) with time zone,
	"closed_up_to" bigint,
	"contents" jsonb,
	CONSTRAINT "weekly_issues_week_key" UNIQUE("week")
);
--> statement-breakpoint
CREATE TABLE "weekly_mail_choices" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"day" smallint,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "issue_readings" ADD COLUMN "stopped_at" uuid;--> statement-breakpoint
ALTER TABLE "feed_keys" ADD CONSTRAINT "feed_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_picks" ADD CONSTRAINT "issue_picks_issue_id_weekly_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."weekly_issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_picks" ADD CONSTRAINT "issue_picks_insight_id_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_picks" ADD CONSTRAINT "issue_picks_picked_by_people_id_fk" FOREIGN KEY ("picked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_issues" ADD CONSTRAINT "weekly_issues_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_mail_choices" ADD CONSTRAINT "weekly_mail_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feed_keys_person_id_index" ON "feed_keys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "issue_picks_insight_id_index" ON "issue_picks" USING btree ("insight_id");