ALTER TABLE "imports" ADD COLUMN "headings" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "checked" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "unknown" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "withdrawn" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "place" text DEFAULT 'worker' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "runner" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "alive_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "file_dropped_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "insights_imported_once_key" ON "insights" USING btree ("idempotency_key") WHERE "insights"."import_id" is not null;