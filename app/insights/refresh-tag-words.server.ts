import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { type WordsRow, wordsOfInsights, writeSearchTexts } from "./refresh-department-words.server.ts";

const batchSize = 500;

/**
 * Brings the words by which insights are found to what their tags are called now, and marks them for the index: those of
 * these tags, and of what was parted from or made one with them. Returns their ids, a batch after the other. May be repeated.
 */
export async function* refreshTagWords(tagIds: readonly string[]): AsyncGenerator<string[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await readBatch(tagIds, after);
    const last = rows.at(-1);
    if (!last) return;
    await writeSearchTexts(rows);
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

function readBatch(tagIds: readonly string[], after: string): Promise<WordsRow[]> {
  const asked = sql`any(${sql.param(tagIds)}::uuid[])`;
  return db.execute<WordsRow>(sql`
    with concerned as (
      select insight_id from insight_tags where tag_id = ${asked}
      union
      select uses.insight_id from tag_merge_uses uses join tag_merges on tag_merges.id = uses.merge_id
      where tag_merges.from_id = ${asked} or tag_merges.into_id = ${asked}
    ), batch as (
      select distinct insight_id as id from concerned where insight_id > ${after}::uuid
      order by 1 limit ${batchSize}
    )
    select ${wordsOfInsights}
    from batch join insights using (id) order by insights.id`) as unknown as Promise<WordsRow[]>;
}
