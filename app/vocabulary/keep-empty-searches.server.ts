import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { foldedInSql } from "#db/folded-in-sql.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { contacts } from "#db/schema/department-entries.server.ts";
import { people } from "#db/schema/people.server.ts";
import { emptySearches, searchWords } from "#db/schema/search.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { worthKeeping } from "./worth-keeping.ts";

export type EmptySearch = { words: string; times: number; lastDay: Day };

export const emptySearchLimits = { days: 90, shown: 50 } as const;

/**
 * Counts a search that found nothing, if its words may be kept: none of them may be part of a colleague's or a contact's
 * name, and of several at least one must be the library's own, written in an insight for all staff.
 */
export async function keepEmptySearch({ q, today }: { q: string; today: Day }): Promise<void> {
  const words = worthKeeping(q);
  if (!words) return;
  const each = sql.param(foldedWords(words));
  const namesOf = (name: typeof people.name | typeof contacts.name | typeof people.handle) =>
    sql`regexp_split_to_array(${foldedInSql(sql`${name}`)}, '[^[:alnum:]]+') && ${each}::text[]`;
  await db.execute(sql`
    insert into ${emptySearches} (words, last_day)
    select ${words}, ${today}::date
    where not exists (select from ${people} where ${namesOf(people.name)} or ${namesOf(people.handle)})
      and not exists (select from ${contacts} where ${namesOf(contacts.name)})
      and (cardinality(${each}::text[]) = 1
        or exists (select from ${searchWords} where ${searchWords.word} = any(${each}::text[])))
    on conflict (words) do update set times = ${emptySearches.times} + 1, last_day = excluded.last_day`);
}

/** What found nothing, most often first; those put aside apart. */
export function listEmptySearches({ aside }: { aside: boolean }): Promise<EmptySearch[]> {
  const { words, times, lastDay, putAsideOn } = emptySearches;
  return db
    .select({ words, times, lastDay })
    .from(emptySearches)
    .where(aside ? isNotNull(putAsideOn) : isNull(putAsideOn))
    .orderBy(desc(times), desc(lastDay), words)
    .limit(emptySearchLimits.shown);
}

type Asked = { actorId: string; words: string; aside: boolean };

/** Puts words aside, or brings them back. The ledger does not say which: they are kept in one place alone. */
export function putAside({ actorId, words, aside }: Asked): Promise<"done" | "not-there"> {
  return runTransaction(async (tx) => {
    const changed = await tx
      .update(emptySearches)
      .set({ putAsideOn: aside ? sql`current_date` : null })
      .where(eq(emptySearches.words, words))
      .returning({ words: emptySearches.words });
    if (changed.length === 0) return "not-there";
    const name = aside ? "empty-search.put-aside" : "empty-search.brought-back";
    await recordEvent(tx, { name, actorId, subjectId: null });
    return "done";
  });
}

/** What means something now needs no line any more. */
export async function forgetAnswered(tx: Tx, terms: readonly string[]): Promise<void> {
  const words = terms.flatMap((term) => worthKeeping(term) ?? []);
  if (words.length === 0) return;
  await tx.delete(emptySearches).where(sql`${emptySearches.words} = any(${sql.param(words)}::text[])`);
}

/** Forgets what nobody has searched for in ninety days. */
export async function sweepEmptySearches({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
  signal?.throwIfAborted();
  const gone = await db
    .delete(emptySearches)
    .where(and(sql`${emptySearches.lastDay} < current_date - ${emptySearchLimits.days}::int`))
    .returning({ words: emptySearches.words });
  return gone.length;
}

function foldedWords(words: string): string[] {
  return (
    words
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
