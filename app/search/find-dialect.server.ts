import { sql } from "drizzle-orm";
import { timePassed } from "#app/events/time-passed.ts";
import { log } from "#app/log.server.ts";
import { listWordGroups } from "#app/vocabulary/list-words.server.ts";
import type { WordGroupContent } from "#app/vocabulary/word-group.ts";
import { db } from "#db/client.server.ts";
import { searchWords } from "#db/schema/search.server.ts";
import { type Dialect, dialectOf } from "./dialect.ts";
import { otherSpellings, spellingPattern } from "./spellings.ts";

// Groups change by an editor's hand, and every process has them within this time; words by every insight, and nobody
// waits for those.
const keptMilliseconds = { groups: 2_000, words: 5 * 60_000 } as const;
const mostSpelled = 2_000;

type Kept = { at: number; stamp: string; dialect: Dialect };
let kept: Kept | undefined;
let reading: Promise<Kept> | undefined;
let spelled: { at: number; words: string[] } | undefined;
let respelling = false;

/** The library's way of speaking, at most two seconds old. */
export async function findDialect(): Promise<Dialect> {
  if (kept && timePassed() - kept.at < keptMilliseconds.groups) return kept.dialect;
  reading ??= read().finally(() => {
    reading = undefined;
  });
  return (await reading).dialect;
}

/** As it would be with a group as this says it. */
export async function findDialectWith({
  id,
  content,
}: {
  id: string;
  content: WordGroupContent;
}): Promise<Dialect> {
  const [groups, spelledWords] = await Promise.all([listWordGroups(), findSpelledWords()]);
  return dialectOf({ groups: [...groups.filter((group) => group.id !== id), content], spelledWords });
}

/** Makes the next read fresh in this process, its words too. */
export function forgetDialect(): void {
  kept = undefined;
  spelled = undefined;
}

async function read(): Promise<Kept> {
  const at = timePassed();
  const [groups, words] = await Promise.all([listWordGroups(), findSpelledWords()]);
  const stamp = JSON.stringify([groups, words]);
  const dialect = kept?.stamp === stamp ? kept.dialect : dialectOf({ groups, spelledWords: words });
  kept = { at, stamp, dialect };
  return kept;
}

/** Words of all-staff insights that can be written otherwise; after the first time they are read anew beside requests. */
async function findSpelledWords(): Promise<string[]> {
  if (!spelled) spelled = { at: timePassed(), words: await readSpelledWords() };
  else if (timePassed() - spelled.at > keptMilliseconds.words && !respelling) {
    respelling = true;
    readSpelledWords()
      .then((words) => {
        spelled = { at: timePassed(), words };
      })
      .catch((error: unknown) => log().warn({ err: error }, "the library's spellings could not be read"))
      .finally(() => {
        respelling = false;
      });
  }
  return spelled.words;
}

async function readSpelledWords(): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select ${searchWords.word} as word from ${searchWords}
    where length(${searchWords.word}) >= 4 and ${searchWords.word} ~ ${spellingPattern} order by 1`);
  return rows
    .map(({ word }) => word)
    .filter((word) => otherSpellings(word).length > 0)
    .slice(0, mostSpelled);
}
