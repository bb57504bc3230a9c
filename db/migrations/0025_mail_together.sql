CREATE TABLE "weekly_mail_topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"department_id" uuid,
	"tag_id" uuid,
	CONSTRAINT "weekly_mail_topics_one_thing" CHECK (num_nonnulls("weekly_mail_topics"."department_id", "weekly_mail_topics"."tag_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mailed_with" uuid;--> statement-breakpoint
ALTER TABLE "weekly_mail_topics" ADD CONSTRAINT "weekly_mail_topics_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_mail_topics" ADD CONSTRAINT "weekly_mail_topics_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_mail_topics" ADD CONSTRAINT "weekly_mail_topics_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "weekly_mail_topics_department_key" ON "weekly_mail_topics" USING btree ("person_id","department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "weekly_mail_topics_tag_key" ON "weekly_mail_topics" USING btree ("person_id","tag_id");--> statement-breakpoint
CREATE INDEX "weekly_mail_topics_department_id_index" ON "weekly_mail_topics" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "weekly_mail_topics_tag_id_index" ON "weekly_mail_topics" USING btree ("tag_id");