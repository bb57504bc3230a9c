import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "#app/text/clean-text.ts";
import { askEngine, type EngineAnswer, mainIndex, type SearchEngine } from "./engine.server.ts";
import { readableFilter, requestFilter, withoutIds } from "./engine-filter.ts";
import { queryWords } from "./query-words.ts";
import type { SearchRequest } from "./search-request.ts";
import { tenantToken } from "./tenant-token.server.ts";

const wordsShown = 40;
const mostOfSentence = 4;

export type IndexQuestion = {
  person: Person;
  request: SearchRequest;
  /** Insights the index is not known to be right about. */
  without: readonly string[];
  offset: number;
  limit: number;
};

export type FoundHit = { id: string; seq: number; excerpt: string };
export type IndexAnswer = { hits: FoundHit[]; total: number; offset: number };

type Hit = { id: string; seq: number; body: string };

/** Asks the engine, with the reading rule both in the token and in the filter. */
export function askIndex(question: IndexQuestion): Promise<EngineAnswer<IndexAnswer>> {
  const { request } = question;
  return askEngine(async (engine) => {
    if (request.sort === "relevance" || request.q === "") return ask(engine, question, "last");
    // Newest first must not put an insight with one of the words above those with all of them.
    const strict = await ask(engine, question, "all");
    return strict.total > 0 ? strict : ask(engine, question, "last");
  });
}

async function ask(
  { client, key }: SearchEngine,
  { person, request, without, offset, limit }: IndexQuestion,
  matchingStrategy: "last" | "all",
): Promise<IndexAnswer> {
  const token = await tenantToken(person, key);
  const answer = await client.index<Hit>(mainIndex()).search(
    engineQuery(request.q),
    {
      filter: [...readableFilter(readingRule(person)), ...requestFilter(request), ...withoutIds(without)],
      matchingStrategy,
      offset,
      limit,
      sort: request.sort === "newest" ? ["seq:desc"] : undefined,
      attributesToRetrieve: ["id", "seq"],
      attributesToHighlight: ["body"],
      attributesToCrop: ["body"],
      cropLength: wordsShown,
      highlightPreTag: HIGHLIGHT_START,
      highlightPostTag: HIGHLIGHT_END,
    },
    { headers: { authorization: `Bearer ${token}` } },
  );
  const hits = answer.hits.map(({ id, seq, _formatted }) => ({ id, seq, excerpt: _formatted?.body ?? "" }));
  return { hits, total: answer.estimatedTotalHits, offset };
}

/** The engine reads ten words: of a sentence those that carry meaning, of a short query what was typed. */
function engineQuery(q: string): string {
  const { words } = queryWords(q);
  return words.length > mostOfSentence ? words.slice(0, 10).join(" ") : q;
}
