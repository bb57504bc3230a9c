CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"department_id" uuid,
	"tag_id" uuid,
	"team_id" uuid,
	"followed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_one_thing" CHECK (num_nonnulls("follows"."department_id", "follows"."tag_id", "follows"."team_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follows_department_key" ON "follows" USING btree ("person_id","department_id") WHERE "follows"."department_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "follows_tag_key" ON "follows" USING btree ("person_id","tag_id") WHERE "follows"."tag_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "follows_team_key" ON "follows" USING btree ("person_id","team_id") WHERE "follows"."team_id" is not null;--> statement-breakpoint
CREATE INDEX "follows_department_id_index" ON "follows" USING btree ("department_id") WHERE "follows"."department_id" is not null;--> statement-breakpoint
CREATE INDEX "follows_tag_id_index" ON "follows" USING btree ("tag_id") WHERE "follows"."tag_id" is not null;--> statement-breakpoint
CREATE INDEX "follows_team_id_index" ON "follows" USING btree ("team_id") WHERE "follows"."team_id" is not null;