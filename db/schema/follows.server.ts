import { sql } from "drizzle-orm";
import { check, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { departments } from "./departments.server.ts";
import { people, teams } from "./people.server.ts";
import { tags } from "./vocabulary.server.ts";

/** What a person wants to hear of: a department, a tag or a team, one a row. Nobody else is shown it. */
export const follows = pgTable(
  "follows",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    departmentId: uuid().references(() => departments.id),
    tagId: uuid().references(() => tags.id),
    teamId: uuid().references(() => teams.id),
    followedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("follows_one_thing", sql`num_nonnulls(${t.departmentId}, ${t.tagId}, ${t.teamId}) = 1`),
    uniqueIndex("follows_department_key")
      .on(t.personId, t.departmentId)
      .where(sql`${t.departmentId} is not null`),
    uniqueIndex("follows_tag_key").on(t.personId, t.tagId).where(sql`${t.tagId} is not null`),
    uniqueIndex("follows_team_key").on(t.personId, t.teamId).where(sql`${t.teamId} is not null`),
    index("follows_department_id_index").on(t.departmentId).where(sql`${t.departmentId} is not null`),
    index("follows_tag_id_index").on(t.tagId).where(sql`${t.tagId} is not null`),
    index("follows_team_id_index").on(t.teamId).where(sql`${t.teamId} is not null`),
  ],
);
