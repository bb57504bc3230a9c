CREATE TABLE "tag_merge_uses" (
	"merge_id" uuid NOT NULL,
	"insight_id" uuid NOT NULL,
	"had_both" boolean NOT NULL,
	CONSTRAINT "tag_merge_uses_merge_id_insight_id_pk" PRIMARY KEY("merge_id","insight_id")
);
--> statement-breakpoint
CREATE TABLE "tag_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"synonyms" text[] DEFAULT '{}' NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "tag_merge_uses" ADD CONSTRAINT "tag_merge_uses_merge_id_tag_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."tag_merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_merges" ADD CONSTRAINT "tag_merges_from_id_tags_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_merges" ADD CONSTRAINT "tag_merges_into_id_tags_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_merges" ADD CONSTRAINT "tag_merges_merged_by_people_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tag_merges_into_id_index" ON "tag_merges" USING btree ("into_id");--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_merged_into_id_tags_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;