import { type SQL, sql } from "drizzle-orm";
import { insights, insightTags } from "#db/schema/insights.server.ts";
import { tagMerges, tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

/**
 * That a reader may know of what was merged: the library's own tag, or one that stood on an insight they may read. A
 * condition on `tag_merges` and the tag that became part of another; `readable` is one on `insights`.
 */
export function mergeIsKnown(readable: SQL, from: SQL = sql`${tags}`): SQL {
  return sql`(${from}.created_by is null or exists (select from tag_merge_uses uses
    join ${insights} on ${insights.id} = uses.insight_id
    where uses.merge_id = ${tagMerges.id} and ${readable}))`;
}

/**
 * That a reader may know of a synonym: a condition on `tag_synonyms`. What editors wrote is everybody's. The name of a tag
 * that became part of this one, and what came along with it, is known to those who could have known that tag.
 */
export function synonymIsKnown(readable: SQL): SQL {
  return sql`not exists (select from ${tagMerges} join ${tags} merged on merged.id = ${tagMerges.fromId}
    where ${tagMerges.undoneAt} is null
      and (merged.name = replace(lower(${tagSynonyms.name}), ' ', '-') or ${tagSynonyms.name} = any(${tagMerges.synonyms}))
      and not ${mergeIsKnown(readable, sql`merged`)})`;
}

/** That a reader may not know of a coined tag: it stands on nothing they may read. A condition on `tags`. */
export function tagIsHidden(readable: SQL): SQL {
  return sql`not exists (select from ${insightTags} join ${insights} on ${insights.id} = ${insightTags.insightId}
    where ${insightTags.tagId} = ${tags.id} and ${readable})`;
}
