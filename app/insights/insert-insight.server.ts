import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import {
  insightDepartments,
  insightIndexStates,
  insightRevisions,
  insights,
  insightTags,
} from "#db/schema/insights.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { recordedChange } from "../events/recorded-change.server.ts";
import { type KeyHeld, keyHeld, keyIsHeld } from "../people/hold-api-key.server.ts";
import { heldWords, idsOf, wordsStand } from "./hold-words.server.ts";
import { type KeptWords, meantInSql, type ResolvedDraft, tagNamesOf } from "./resolve-draft.server.ts";

type NewInsight = typeof insights.$inferInsert & { id: string };

/** What is taken to be so, and nothing is written unless it is: what the words mean, and whom a key acts as. */
export type Expected = Pick<KeptWords, "asked" | "meant"> & { key?: KeyHeld };

const nothingAsked: KeptWords["asked"] = { askedDepartments: [], askedChannel: "", askedTags: [] };

/**
 * Writes a new insight with all that belongs to it, in one statement: its departments, its tags (coined where nobody
 * has used them yet), its first revision, its index state, its ledger entry and its job; and takes
 * the draft away that it was written as. False, and nothing written,
 * when its author has posted with that key before, when what it is about has been merged or closed meanwhile, or
 * when something is not as expected.
 */
export function insertInsight(
  insight: NewInsight,
  words: ResolvedDraft,
  { tx, expected }: { tx?: Tx; expected?: Expected } = {},
): Promise<boolean> {
  // Always in one order, so that two statements coining the same tags cannot wait for each other.
  const coined = words.newTags.toSorted();
  return insert({
    tx,
    event: { name: "insight.posted", actorId: insight.authorId, subjectId: insight.id },
    values: {
      ...insight,
      ...idsOf(words),
      ...(expected?.asked ?? nothingAsked),
      meant: expected ? JSON.stringify(expected.meant) : null,
      keyHash: expected?.key?.hash ?? null,
      keyPerson: expected?.key ? JSON.stringify(expected.key.person) : null,
      keptFrom: null,
      tagNames: tagNamesOf(words),
      coinedNames: coined,
      coinedIds: coined.map(() => newId()),
    },
  });
}

const given = [
  "id",
  "body",
  "html",
  "rendererVersion",
  "plainText",
  "searchText",
  "kind",
  "basis",
  "channelId",
  "heardOn",
  "visibility",
  "reviewOn",
  "postedWeek",
  "postedAt",
  "authorId",
  "teamId",
  "source",
  "idempotencyKey",
] as const satisfies (keyof NewInsight)[];

const insert = recordedChange(
  () => sql`${heldWords()}, ${keyHeld()}, changed as (${insightRow()}),
    about as (
      insert into ${insightDepartments} (insight_id, department_id, position, insight_seq, heard_on)
      select changed.id, chosen.id, chosen.place - 1, changed.seq, changed.heard_on
      from changed, unnest(${sql.placeholder("departmentIds")}::uuid[]) with ordinality as chosen (id, place)
    ), coined as (
      insert into ${tags} (id, name, created_by)
      select new.id, new.name, changed.author_id
      from changed, unnest(${sql.placeholder("coinedIds")}::uuid[], ${sql.placeholder("coinedNames")}::text[]) as new (id, name)
      on conflict (name) do update set name = excluded.name
      returning coalesce(merged_into_id, id) as id
    ), tagged as (
      insert into ${insightTags} (insight_id, tag_id)
      select changed.id, tag.id
      from changed, (select unnest(${sql.placeholder("tagIds")}::uuid[]) as id union select id from coined) as tag
    ), revision as (
      insert into ${insightRevisions} (insight_id, version, edited_by, body, kind, basis, channel_id, heard_on, visibility,
        department_ids, tag_names)
      select id, version, author_id, body, kind, basis, channel_id, heard_on, visibility,
        to_jsonb(${sql.placeholder("departmentIds")}::uuid[]), to_jsonb(${sql.placeholder("tagNames")}::text[])
      from changed
    ), state as (
      insert into ${insightIndexStates} (insight_id) select id from changed
    ), written as (
      delete from ${drafts} using changed
      where person_id = changed.author_id and key = ${sql.placeholder("idempotencyKey")}
    )`,
);

const forTheRest = [
  insights.id,
  insights.seq,
  insights.version,
  insights.authorId,
  insights.body,
  insights.kind,
  insights.basis,
  insights.channelId,
  insights.heardOn,
  insights.visibility,
];

function insightRow(): SQL {
  const list = (parts: SQLWrapper[]) => sql.join(parts, sql`, `);
  const columns = given.map((name) => sql.identifier(name.replace(/[A-Z]/g, "_$&").toLowerCase()));
  const values = given.map((name) => sql.param(sql.placeholder(name), insights[name]));
  return sql`insert into ${insights} (${list(columns)})
    select ${list(values)} where ${wordsStand()} and ${isAsExpected()}
    on conflict (author_id, idempotency_key) do nothing
    returning ${list(forTheRest)}`;
}

function isAsExpected(): SQL {
  const meant = sql`${sql.placeholder("meant")}::text`;
  return sql`(${meant} is null or ${meantInSql()} = ${meant}::jsonb) and ${keyIsHeld()}`;
}
