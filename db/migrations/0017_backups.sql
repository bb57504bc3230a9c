CREATE TABLE "backups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"begun_by" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"file_name" text,
	"bytes" bigint,
	"rows" bigint,
	"files" integer,
	"files_missing" integer DEFAULT 0 NOT NULL,
	"trouble" text
);
--> statement-breakpoint
CREATE INDEX "backups_started_at_index" ON "backups" USING btree ("started_at");