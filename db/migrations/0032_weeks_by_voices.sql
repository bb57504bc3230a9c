CREATE INDEX "insights_staff_week_voices_index" ON "insights" USING btree ("heard_week","voices","seq") WHERE "insights"."visibility" = 'staff' and "insights"."withdrawn_at" is null and "insights"."hidden_at" is null;--> statement-breakpoint
DROP INDEX "insights_staff_week_index";
