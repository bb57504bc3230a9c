import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { weeklyMailChoices, weeklyMailTopics } from "#db/schema/weekly.server.ts";
import type { Followable } from "../people/follow.ts";
import { isMailScope, usualChoice, type WeeklyMailChoice } from "./weekly-mail.ts";

type Row = { scope: string | null; day: number | null; topics: Followable[] };

const person = sql.placeholder("person");

const rows = preparedStatement<Row>(
  () => sql`select chosen.scope, chosen.day, (
      select coalesce(json_agg(json_build_object(
          'kind', case when ${weeklyMailTopics.tagId} is null then 'department' else 'tag' end,
          'slug', coalesce(${departments.slug}, ${tags.name}), 'name', coalesce(${departments.name}, ${tags.name}))
        order by coalesce(${departments.name}, ${tags.name})), '[]')
      from ${weeklyMailTopics} left join ${departments} on ${departments.id} = ${weeklyMailTopics.departmentId}
        left join ${tags} on ${tags.id} = ${weeklyMailTopics.tagId}
      where ${weeklyMailTopics.personId} = ${person}
        and ${departments.closedAt} is null and ${tags.mergedIntoId} is null) as topics
    from (select ${person}::uuid as id) one
    left join ${weeklyMailChoices} chosen on chosen.person_id = one.id`,
);

/** How a person wants the issue by mail: as they chose, else as usual. */
export async function findWeeklyMailChoice(personId: string): Promise<WeeklyMailChoice> {
  const [row] = await rows({ person: personId });
  if (!row) return usualChoice;
  const { scope, ...chosen } = row;
  return scope && isMailScope(scope) ? { scope, ...chosen } : { ...usualChoice, topics: chosen.topics };
}
