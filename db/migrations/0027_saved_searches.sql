CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"tell" text DEFAULT 'never' NOT NULL,
	"tell_since" timestamp (3) with time zone,
	"looked_up_to" bigint NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "saved_search_id" uuid;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_address_key" ON "saved_searches" USING btree ("person_id","address");--> statement-breakpoint
CREATE INDEX "saved_searches_at_once_index" ON "saved_searches" USING btree ("person_id") WHERE "saved_searches"."tell" = 'at-once';--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_saved_search_id_index" ON "notifications" USING btree ("saved_search_id") WHERE "notifications"."saved_search_id" is not null;