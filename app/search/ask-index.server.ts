import type { SearchResponse } from "meilisearch";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "#app/text/clean-text.ts";
import { askEngine, type EngineAnswer, mainIndex, type SearchEngine } from "./engine.server.ts";
import { readableFilter, requestFilter, withoutIds } from "./engine-filter.ts";
import { withWholeWords } from "./excerpt-words.ts";
import type { FacetCounts } from "./facet-counts.ts";
import { countingQueries, facetsBeside, readCounts } from "./facet-queries.ts";
import { queryWords, wordsOf } from "./query-words.ts";
import { engineText } from "./read-query.ts";
import type { SearchRequest } from "./search-request.ts";
import { tenantToken } from "./tenant-token.server.ts";
import type { MarkedBeside } from "./where-matched.ts";

const wordsShown = 40;
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

type Hit = { id: string; seq: number; body: string } & MarkedBeside;

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
    ...returned,
    facets: facets ? facetsBeside(request) : undefined,
  };
  const counting = facets ? countingQueries(request, always).map((one) => ({ ...words, ...one })) : [];
  const [answer, ...counted] = await askAll(engine, token, [query, ...counting]);
  if (!answer) throw new Error("the engine left a question out");
  return {
    hits: answer.hits.map(({ id, seq, _formatted }) => found(id, seq, _formatted)),
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

const returned = {
  attributesToRetrieve: ["id", "seq"],
  attributesToHighlight: ["body", "departmentWords", "tagWords", "authorName"],
  attributesToCrop: ["body"],
  cropLength: wordsShown,
  highlightPreTag: HIGHLIGHT_START,
  highlightPostTag: HIGHLIGHT_END,
};

function found(id: string, seq: number, marked: Partial<Hit> | undefined): FoundHit {
  const { body = "", departmentWords = [], tagWords = [], authorName = "" } = marked ?? {};
  return {
    id,
    seq,
    excerpt: withWholeWords(body),
    beside: {
      departmentWords: departmentWords.map(withWholeWords),
      tagWords: tagWords.map(withWholeWords),
      authorName: withWholeWords(authorName),
    },
  };
}

/** The engine reads ten words: of a sentence those that carry meaning, of a short query what was typed. */
function engineQuery(q: string): string {
  const { words } = queryWords(q);
  const isSentence = words.length > mostOfSentence || words.length < wordsOf(q).length;
  return isSentence ? words.slice(0, 10).join(" ") : q;
}
