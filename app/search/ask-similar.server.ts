import type { SearchResponse } from "meilisearch";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { env } from "../env.server.ts";
import { askEngine, mainIndex } from "./engine.server.ts";
import { notBy, readableFilter } from "./engine-filter.ts";
import { tenantToken } from "./tenant-token.server.ts";
import { wordStem } from "./word-stem.ts";

type Asked = { person: Person; words: readonly string[] };

/** Ids worth reading, and how much each word tells: the rarer among what this person may read, the more. */
export type Proposed = { ids: string[]; weights: Map<string, number> };

const foundForEachWord = 25;
const mostProposed = 40;
// In a library that has just begun every word seems common: its words are weighed as if it had so many.
const fewestInsights = 200;
const nothing: Proposed = { ids: [], weights: new Map() };

/** Asks the engine for each word by itself, under the reading rule, for what others posted. */
export async function askSimilar({ person, words }: Asked): Promise<Proposed> {
  const asked = askEngine(async (engine) => {
    const token = await tenantToken(person, engine.key);
    const filter = [...readableFilter(readingRule(person)), ...notBy(person.id)];
    const always = { indexUid: mainIndex(), filter, attributesToRetrieve: ["id"] };
    const queries = [
      { ...always, q: "", limit: 0 },
      ...words.map((word) => ({
        ...always,
        q: wordStem(word),
        limit: foundForEachWord,
        attributesToSearchOn: ["body", "departmentWords", "tagWords"],
      })),
    ];
    return engine.ask<{ results: SearchResponse<{ id: string }>[] }>("multi-search", token, { queries });
  });
  const answered = await withinLimit(asked);
  return answered && "answer" in answered ? proposed(words, answered.answer.results) : nothing;
}

function proposed(words: readonly string[], results: SearchResponse<{ id: string }>[]): Proposed {
  const [all, ...each] = results;
  const total = Math.max(all?.estimatedTotalHits ?? 0, fewestInsights);
  const weights = new Map<string, number>();
  const scores = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    const { hits = [], estimatedTotalHits = 0 } = each[at] ?? {};
    const weight = Math.log(1 + (total - estimatedTotalHits + 0.5) / (estimatedTotalHits + 0.5));
    weights.set(word, weight);
    for (const { id } of hits) scores.set(id, (scores.get(id) ?? 0) + weight);
  }
  const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, mostProposed);
  return { ids: best.map(([id]) => id), weights };
}

/** Whoever types waits for nothing: an answer that takes longer is as good as none. */
async function withinLimit<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), env().SIMILAR_WITHIN_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
    asked.catch(() => {});
  }
}
