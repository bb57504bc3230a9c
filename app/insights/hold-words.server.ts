import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { asStatement, runPrepared, type Statement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments } from "#db/schema/insights.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import type { ResolvedDraft } from "./resolve-draft.server.ts";

/**
 * The parts of a `with` that hold what an insight is to be about until it is saved: whoever merges or closes one of them
 * at that moment is waited for, and then it is read again. Locked in the order mergers lock in: departments, then tags,
 * each by their ids.
 */
export function heldWords(): SQL {
  return sql`open_departments as (
      select ${departments.id} from ${departments}
      where ${departments.id} = any(${sql.placeholder("departmentIds")}::uuid[]) and ${departments.mergedIntoId} is null
        and (${departments.closedAt} is null or ${departments.id} in (
          select ${insightDepartments.departmentId} from ${insightDepartments}
          where ${insightDepartments.insightId} = ${sql.placeholder("keptFrom")}::uuid))
      order by ${departments.id} for share
    ), live_tags as (
      select ${tags.id} from ${tags}
      where ${tags.id} = any(${sql.placeholder("tagIds")}::uuid[]) and ${tags.mergedIntoId} is null
      order by ${tags.id} for share
    )`;
}

/** Whether all of them still are what they were when the words were looked up. */
export function wordsStand(): SQL {
  return sql`(select count(*) from open_departments) = cardinality(${sql.placeholder("departmentIds")}::uuid[])
    and (select count(*) from live_tags) = cardinality(${sql.placeholder("tagIds")}::uuid[])`;
}

/** The ids `heldWords` asks for. */
export function idsOf({ departments, tags }: Pick<ResolvedDraft, "departments" | "tags">) {
  return { departmentIds: departments.map(({ id }) => id), tagIds: tags.map(({ id }) => id) };
}

let made: Statement | undefined;

/** Holds them within a transaction; false when one of them is no more what it was: look them up again. */
export async function holdWords(
  tx: Tx,
  {
    words,
    keptFrom = null,
  }: { words: Pick<ResolvedDraft, "departments" | "tags">; keptFrom?: string | null },
): Promise<boolean> {
  made ??= asStatement(sql`with ${heldWords()} select ${wordsStand()} as stand`);
  const [row] = await runPrepared<{ stand: boolean }>(made, { values: { ...idsOf(words), keptFrom }, tx });
  return row?.stand ?? false;
}

const tries = 5;

/** Saves with the words looked up anew as long as they are no more what they were by the time it comes to saving. */
export async function whileWordsChange<Outcome>(
  save: (isAgain: boolean) => Promise<Outcome | undefined>,
): Promise<Outcome> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const outcome = await save(attempt > 0);
    if (outcome !== undefined) return outcome;
  }
  throw new Error("what an insight is about was changed at each of five tries to save it");
}
