import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { searchText } from "./search-text.ts";

const batchSize = 500;

export type WordsRow = {
  id: string;
  searchText: string;
  plainText: string;
  departmentNames: string[];
  tagNames: string[];
};

/**
 * Brings the words by which insights are found to what their departments are called now, and marks them for the index:
 * those of these departments, of what they were merged with and of all beneath them. Returns their ids, a batch after the
 * other. May be repeated.
 */
export async function* refreshDepartmentWords(departmentIds: readonly string[]): AsyncGenerator<string[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await readBatch(departmentIds, after);
    const last = rows.at(-1);
    if (!last) return;
    await writeSearchTexts(rows);
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

function readBatch(departmentIds: readonly string[], after: string): Promise<WordsRow[]> {
  return db.execute<WordsRow>(sql`
    with recursive concerned as (
      select id from departments where id = any(${sql.param(departmentIds)}::uuid[])
      union
      select unnest(array[department_id, other_id]) from department_changes
      where kind = 'merged' and (department_id = any(${sql.param(departmentIds)}::uuid[])
        or other_id = any(${sql.param(departmentIds)}::uuid[]))
      union
      select departments.id from departments join concerned on departments.parent_id = concerned.id
    ), batch as (
      select distinct insight_id as id from insight_departments
      where department_id in (select id from concerned) and insight_id > ${after}::uuid
      order by 1 limit ${batchSize}
    )
    select ${wordsOfInsights}
    from batch join insights using (id) order by insights.id`) as unknown as Promise<WordsRow[]>;
}

/** Writes what these insights are found by in the database, and marks them for the index. */
export async function writeSearchTexts(rows: readonly WordsRow[]): Promise<void> {
  const words = rows.map((row) => ({ id: row.id, text: searchText(row) }));
  await db.execute(sql`
    with said as (
      select * from json_to_recordset(${JSON.stringify(words)}::json) as said(id uuid, text text)
    ), written as (
      update insights set search_text = said.text from said
      where insights.id = said.id and insights.search_text is distinct from said.text
    )
    update insight_index_states set wanted = wanted + 1, changed_at = now()
    from said where insight_id = said.id`);
}

/** What `WordsRow` holds, of `insights`. */
export const wordsOfInsights = sql`insights.id, insights.plain_text as "plainText", insights.search_text as "searchText",
      (select coalesce(json_agg(name), '[]') from (
        select departments.name, chosen.position, 1 as place from insight_departments chosen
        join departments on departments.id = chosen.department_id where chosen.insight_id = insights.id
        union all
        select aliases.name, chosen.position, 0 from insight_departments chosen
        join department_aliases aliases on aliases.department_id = chosen.department_id
        where chosen.insight_id = insights.id order by 2, 3, 1) as names) as "departmentNames",
      (select coalesce(json_agg(tags.name order by tags.name), '[]') from insight_tags
        join tags on tags.id = tag_id where insight_tags.insight_id = insights.id) as "tagNames"`;
