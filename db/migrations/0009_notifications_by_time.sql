DROP INDEX "notifications_person_id_index";--> statement-breakpoint
CREATE INDEX "mails_sending_index" ON "mails" USING btree ("handed_over_at") WHERE "mails"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "notifications_person_id_index" ON "notifications" USING btree ("person_id","created_at","seq");