import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights, insightTags } from "#db/schema/insights.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";
import { synonymIsKnown } from "./synonym-is-known.server.ts";

export type KeptTag = {
  id: string;
  name: string;
  insights: number;
  lastHeard: Day | null;
  retired: boolean;
  synonyms: string[];
};

/**
 * Every tag this editor may know of: the library's own, and what stands on an insight they may read. Counts are of what
 * they may read.
 */
export async function listKeptTags({ person }: { person: Person }): Promise<KeptTag[]> {
  const rows = await db.execute<KeptTag>(sql`
    select tags.id, tags.name, coalesce(used.count, 0)::int as insights, used.last as "lastHeard",
      tags.retired_at is not null as retired,
      (select coalesce(json_agg(tag_synonyms.name order by tag_synonyms.name), '[]') from ${tagSynonyms}
        where tag_synonyms.tag_id = tags.id and ${synonymIsKnown(readableInSql(readingRule(person)))}) as synonyms
    from ${tags} left join (
      select ${insightTags.tagId} as tag_id, count(*) as count, max(${insights.heardOn})::text as last
      from ${insightTags} join ${insights} on ${insights.id} = ${insightTags.insightId}
      where ${readableInSql(readingRule(person))} group by 1
    ) used on used.tag_id = tags.id
    where tags.merged_into_id is null and (tags.created_by is null or used.count > 0)
    order by tags.name`);
  return [...rows];
}
