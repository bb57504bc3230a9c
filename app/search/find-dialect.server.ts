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
// A library that is just being filled is looked at again sooner, each time after twice as long.
let rereadAfter: number = keptMilliseconds.groups;
const mostSpelled = 2_000;
const mostWritten = 100_000;

type Kept = { at: number; stamp: string; dialect: Dialect };
let kept: Kept | undefined;
let reading: Promise<Kept> | undefined;
type LibraryWords = { at: number; spelled: string[]; written: ReadonlySet<string> };
let libraryWords: LibraryWords | undefined;
let rereading = false;

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
  const [groups, { spelled: spelledWords, written }] = await Promise.all([
    listWordGroups(),
    findLibraryWords(),
  ]);
  return dialectOf({
    groups: [...groups.filter((group) => group.id !== id), content],
    spelledWords,
    written,
  });
}

/** Makes the next read fresh in this process, its words too. */
export function forgetDialect(): void {
  kept = undefined;
  libraryWords = undefined;
  rereadAfter = keptMilliseconds.groups;
}

async function read(): Promise<Kept> {
  const at = timePassed();
  const [groups, words] = await Promise.all([listWordGroups(), findLibraryWords()]);
  const { spelled: spelledWords, written } = words;
  const stamp = JSON.stringify([groups, words.at]);
  const dialect = kept?.stamp === stamp ? kept.dialect : dialectOf({ groups, spelledWords, written });
  kept = { at, stamp, dialect };
  return kept;
}

/** Words of all-staff insights; after the first time they are read anew beside requests. */
async function findLibraryWords(): Promise<LibraryWords> {
  if (!libraryWords) libraryWords = await readLibraryWords();
  else if (timePassed() - libraryWords.at > rereadAfter && !rereading) {
    rereading = true;
    rereadAfter = Math.min(2 * rereadAfter, keptMilliseconds.words);
    readLibraryWords()
      .then((words) => {
        libraryWords = words;
      })
      .catch((error: unknown) => log().warn({ err: error }, "the library's words could not be read"))
      .finally(() => {
        rereading = false;
      });
  }
  return libraryWords;
}

async function readLibraryWords(): Promise<LibraryWords> {
  const at = timePassed();
  const [row] = await db.execute<{ written: string; spelled: string }>(sql`
    select coalesce(string_agg(word, ' '), '') as written,
      coalesce(string_agg(word, ' ' order by word) filter (
        where length(word) >= 4 and word ~ ${spellingPattern}), '') as spelled
    from (select ${searchWords.word} as word from ${searchWords} limit ${mostWritten}) words`);
  const spelled = (row?.spelled ?? "").split(" ").filter((word) => otherSpellings(word).length > 0);
  return { at, spelled: spelled.slice(0, mostSpelled), written: new Set(row?.written.match(/\S+/g)) };
}
