import type { Person } from "#app/people/person.ts";
import { putAside } from "#app/vocabulary/keep-empty-searches.server.ts";
import { removeWords, saveWords } from "#app/vocabulary/keep-words.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { emptySearches } from "#db/schema/search.server.ts";

/** Words in force, changed and taken away; searches that found nothing, one of them put aside. */
export async function someWords({ id: actorId }: Person): Promise<void> {
  const same = (...words: string[]) => ({ content: { kind: "same" as const, words, finds: [] } });
  const [kept, gone, oneWay] = [newId(), newId(), newId()];
  await saveWords({ actorId, id: kept, version: 0, ...same("RDM", "research data") });
  await saveWords({ actorId, id: kept, version: 1, ...same("RDM", "research data management") });
  await saveWords({ actorId, id: gone, version: 0, ...same("zine", "Kleinauflagenzeitschriftenherausgabe") });
  await removeWords({ actorId, id: gone, version: 1 });
  const content = { kind: "one-way" as const, words: ["AI"], finds: ["chatbot", "large language model"] };
  await saveWords({ actorId, id: oneWay, version: 0, content });
  await db.insert(emptySearches).values([
    { words: "kef", times: 4, lastDay: "2026-11-20" },
    { words: "wikidata", lastDay: "2026-11-21" },
  ]);
  await putAside({ actorId, words: "wikidata", aside: true });
}
