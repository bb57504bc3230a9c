import type { Person } from "#app/people/person.ts";
import { type Day, daysAfter } from "#app/settings/calendar.ts";
import type { Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { emptySearches } from "../schema/search.server.ts";
import { wordGroupRevisions, wordGroups } from "../schema/vocabulary.server.ts";
import { demoEmptySearches, demoWords } from "./content/words.ts";

const monthAgo = 30;

/** The demonstration's dialect, and what was searched for in vain. Done twice it adds nothing. */
export async function seedDemoWords(
  tx: Tx,
  { colleagues, today }: { colleagues: Map<string, Person>; today: Day },
): Promise<void> {
  if ((await tx.$count(wordGroups)) > 0) return;
  const changedBy = [...colleagues.values()].find(({ role }) => role === "editor")?.id;
  const changedAt = new Date(`${daysAfter(today, -monthAgo)}T10:00:00Z`);
  const groups = demoWords.map((content) => ({ id: newId(), ...content, changedAt }));
  await tx.insert(wordGroups).values(groups);
  await tx
    .insert(wordGroupRevisions)
    .values(groups.map(({ id, ...content }) => ({ groupId: id, ...content, changedBy })));
  await tx
    .insert(emptySearches)
    .values(
      demoEmptySearches.map(([words, times, daysAgo]) => ({
        words,
        times,
        lastDay: daysAfter(today, -daysAgo),
      })),
    )
    .onConflictDoNothing();
}
