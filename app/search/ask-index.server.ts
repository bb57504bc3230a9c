import type { SearchResponse } from "meilisearch";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { markedWords } from "./asked-words.ts";
import type { RankedDocument } from "./candidate.ts";
import { askEngine, type EngineAnswer, mainIndex, type SearchEngine } from "./engine.server.ts";
import { readableFilter, requestFilter, withoutIds } from "./engine-filter.ts";
import type { FacetCounts } from "./facet-counts.ts";
import { countingQueries, facetsBeside, readCounts } from "./facet-queries.ts";
import { rankedAttributes } from "./index-settings.server.ts";
import { keepDocument, knownDocument } from "./known-documents.ts";
import { queryWords, wordsOf } from "./query-words.ts";
import { readCandidates } from "./read-candidates.server.ts";
import { engineText } from "./read-query.ts";
import type { SearchRequest } from "./search-request.ts";
import { shownHit } from "./shown-hit.ts";
import { withSlips } from "./slips.ts";
import { tenantToken } from "./tenant-token.server.ts";
import type { MarkedBeside } from "./where-matched.ts";

const mostOfSentence = 4;

export type IndexQuestion = {
  person: Person;
  request: SearchRequest;
  /** Insights the index is not known to be right about. */
  without: readonly string[];
  offset: number;
  limit: number;
  /** All words must match where that is tried first, because something elsewhere has them all. */
  insist?: boolean;
  /** Counts each filter's values as well. */
  facets?: boolean;
};

/** `beside` is what was found about it outside its text, as far as that is known already. */
export type FoundHit = { id: string; seq: number; excerpt: string; beside?: MarkedBeside };
/** `strict` when all words had to match: then so must they elsewhere. */
export type IndexAnswer = {
  hits: FoundHit[];
  total: number;
  offset: number;
  strict: boolean;
  facets?: FacetCounts;
};

type Hit = RankedDocument | Pick<RankedDocument, "id" | "wanted">;

/**
 * Whether all found last had been seen before: then it is likely to be so again, and ids are enough. They are marked by us,
 * which takes the engine as long as finding them.
 */
let allWereKnown = false;

/** Asks the engine, with the reading rule both in the token and in the filter. */
export function askIndex(question: IndexQuestion): Promise<EngineAnswer<IndexAnswer>> {
  return askEngine(async (engine) => {
    if (!allWordsFirst(question.request)) return ask(engine, question, "last");
    const strict = await ask(engine, question, "all");
    return strict.total > 0 || question.insist ? strict : ask(engine, question, "last");
  });
}

/** Newest first must not put an insight with one of the words above those with all of them. */
export function allWordsFirst(request: SearchRequest): boolean {
  return request.sort === "newest" && request.q !== "";
}

async function ask(
  engine: SearchEngine,
  { person, request, without, offset, limit, facets = false }: IndexQuestion,
  matchingStrategy: "last" | "all",
): Promise<IndexAnswer> {
  const token = await tenantToken(person, engine.key);
  const always = [...readableFilter(readingRule(person)), ...withoutIds(without)];
  const words = { q: engineText(engineQuery(request.q), request), matchingStrategy };
  const query = {
    ...words,
    filter: [...always, ...requestFilter(request)],
    offset,
    limit,
    sort: request.sort === "newest" ? ["seq:desc"] : undefined,
    attributesToRetrieve: allWereKnown ? ["id", "wanted"] : rankedAttributes,
    facets: facets ? facetsBeside(request) : undefined,
  };
  const counting = facets ? countingQueries(request, always).map((one) => ({ ...words, ...one })) : [];
  const [answer, ...counted] = await askAll(engine, token, [query, ...counting]);
  if (!answer) throw new Error("the engine left a question out");
  const unknown = answer.hits.filter(({ id, wanted }) => !knownDocument(id, wanted));
  for (const hit of unknown) if ("body" in hit) keepDocument(hit);
  allWereKnown = unknown.length === 0;
  const ids = new Map(answer.hits.map(({ id, wanted }) => [id, wanted]));
  const found = await readCandidates(engine, token, { ids, always });
  const shown = markedWords(request);
  return {
    hits: found.map((candidate) => shownHit(candidate, withSlips(shown, candidate))),
    total: answer.estimatedTotalHits ?? 0,
    offset,
    strict: matchingStrategy === "all",
    facets: facets
      ? readCounts([answer, ...counted].map(({ facetDistribution }) => facetDistribution))
      : undefined,
  };
}

type Answer = SearchResponse<Hit>;

async function askAll(engine: SearchEngine, token: string, questions: object[]): Promise<Answer[]> {
  const indexUid = mainIndex();
  if (questions.length === 1) {
    return [await engine.ask<Answer>(`indexes/${indexUid}/search`, token, questions[0] as object)];
  }
  const queries = questions.map((question) => ({ ...question, indexUid }));
  return (await engine.ask<{ results: Answer[] }>("multi-search", token, { queries })).results;
}

/** The engine reads ten words: of a sentence those that carry meaning, of a short query what was typed. */
function engineQuery(q: string): string {
  const { words } = queryWords(q);
  const isSentence = words.length > mostOfSentence || words.length < wordsOf(q).length;
  return isSentence ? words.slice(0, 10).join(" ") : q;
}
