import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import type { WantedDocument } from "./insight-document.server.ts";
import { wordsOf } from "./query-words.ts";

const mostRemembered = 50_000;
const recent = new Set<string>();

/**
 * Notes the words of all-staff insights, for the database fallback to correct slips against. Words of restricted
 * ones are left out: a correction must not tell anyone that a word was written.
 */
export async function learnWords(wanted: readonly WantedDocument[]): Promise<void> {
  const fresh = new Set<string>();
  for (const { document } of wanted) {
    if (document?.visibility !== "staff") continue;
    const texts = [document.body, ...document.departmentWords, ...document.tagWords];
    for (const word of wordsOf(texts.join(" "))) {
      if (isWorthLearning(word) && !recent.has(word)) fresh.add(word);
    }
  }
  if (fresh.size === 0) return;
  const words = [...fresh].sort();
  await db.execute(sql`
    insert into search_words (word) select unnest(${sql.param(words)}::text[]) on conflict do nothing`);
  if (recent.size > mostRemembered) recent.clear();
  for (const word of words) recent.add(word);
}

function isWorthLearning(word: string): boolean {
  return word.length >= 3 && word.length <= 40 && /^\p{L}+$/u.test(word);
}
