import type { SearchResponse } from "meilisearch";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import type { Candidate, RankedDocument } from "./candidate.ts";
import { askEngine, type EngineAnswer, mainIndex, type SearchEngine } from "./engine.server.ts";
import { type EngineFilter, onlyIds, readableFilter, requestFilter, withoutIds } from "./engine-filter.ts";
import type { FacetCounts } from "./facet-counts.ts";
import { countingQueries, facetsBeside, readCounts } from "./facet-queries.ts";
import { rankedAttributes } from "./index-settings.server.ts";
import { keepDocument, knownDocument } from "./known-documents.ts";
import type { AskedWord } from "./rank-candidates.ts";
import type { RankedWord } from "./ranked-words.ts";
import { engineText } from "./read-query.ts";
import type { SearchRequest } from "./search-request.ts";
import { tenantToken } from "./tenant-token.server.ts";

export type CandidateQuestion = {
  person: Person;
  request: SearchRequest;
  words: readonly RankedWord[];
  /** Insights the index is not known to be right about. */
  without: readonly string[];
  /** Counts those with any of the words, and with `facets` each filter's values among them. */
  counted: boolean;
  facets?: boolean;
};

export type Candidates = {
  candidates: Candidate[];
  words: AskedWord[];
  /** Insights this person may read, and among them those with any of the words that the request asks for. */
  readable: number;
  total: number;
  facets?: FacetCounts;
};

/** Of a few words a page of each is enough; a sentence's many common ones bring what matters only when there is more. */
const few = { words: 5, found: 20 } as const;
// In all about as many, however many words there are.
const foundForWords = 400;
const foundForEachWord = { most: 60, least: 25 } as const;
const foundForAll = 60;
const readTogether = 10;
const mostAtOnce = 6;

type Hit = { id: string; wanted: number };
type Federated = {
  hits: Hit[];
  estimatedTotalHits: number;
  facetsByIndex?: Record<string, { distribution: Record<string, Record<string, number>> }>;
};

/**
 * Asks the engine for each word by itself and for all together, under the reading rule and the request's filters: what
 * is worth ranking, how many have each word, and how many have any.
 */
export function askCandidates(question: CandidateQuestion): Promise<EngineAnswer<Candidates>> {
  return askEngine(async (engine) => {
    const token = await tenantToken(question.person, engine.key);
    const [found, counted] = await Promise.all([
      askWords(engine, token, question),
      askCounts(engine, token, question),
    ]);
    const [readable, , ...each] = found;
    // How many have a word or what stands in its place: at least as many as have the one most have.
    const questions = questionsOf(question.words);
    const haveOf = (asked: readonly string[]): number =>
      asked.reduce((sum, one) => sum + (each[questions.indexOf(one)]?.estimatedTotalHits ?? 0), 0);
    const ids = new Map(found.flatMap(({ hits }) => hits.map(({ id, wanted }) => [id, wanted] as const)));
    return {
      candidates: await readCandidates(engine, token, { ids, always: alwaysOf(question) }),
      words: question.words.map((word, at) => ({
        ...word,
        ids: new Set(each[at]?.hits.map(({ id }) => id)),
        total: Math.max(each[at]?.estimatedTotalHits ?? 0, ...word.also.map(({ asked }) => haveOf(asked))),
      })),
      readable: readable?.estimatedTotalHits ?? 0,
      ...counted,
    };
  });
}

type Paged = CandidateQuestion & { offset: number; limit: number };

/** Those with any of the words, in the engine's own order: for whoever leafs on beyond what is worth ranking. */
export function askRest({ offset, limit, ...question }: Paged): Promise<EngineAnswer<Candidate[]>> {
  return askEngine(async (engine) => {
    const token = await tenantToken(question.person, engine.key);
    const always = alwaysOf(question);
    const queries = anyWord(question, [...always, ...requestFilter(question.request)]);
    const asked = { federation: { offset, limit }, queries };
    const { hits } = await engine.ask<Federated>("multi-search", token, asked);
    return readCandidates(engine, token, {
      ids: new Map(hits.map(({ id, wanted }) => [id, wanted])),
      always,
    });
  });
}

function alwaysOf({ person, without }: CandidateQuestion): EngineFilter {
  return [...readableFilter(readingRule(person)), ...withoutIds(without)];
}

async function askWords(
  engine: SearchEngine,
  token: string,
  question: CandidateQuestion,
): Promise<SearchResponse<Hit>[]> {
  const { words, request } = question;
  const always = { indexUid: mainIndex(), attributesToRetrieve: ["id", "wanted"] };
  const filter = [...alwaysOf(question), ...requestFilter(request)];
  const isFew = words.length <= few.words;
  const share = Math.ceil(foundForWords / words.length);
  const each = isFew ? few.found : Math.max(foundForEachWord.least, Math.min(foundForEachWord.most, share));
  const together = words.slice(0, readTogether).map(({ word }) => word);
  const queries = [
    { ...always, q: "", filter: alwaysOf(question), limit: 0 },
    { ...always, q: engineText(together.join(" "), request), filter, limit: isFew ? few.found : foundForAll },
    ...questionsOf(words).map((asked) => ({
      ...always,
      q: engineText(asked, request),
      matchingStrategy: "all",
      filter,
      limit: each,
    })),
  ];
  // The engine works through one question's searches one by one, and through two questions at once.
  const middle = queries.length > mostAtOnce ? Math.ceil(queries.length / 2) : queries.length;
  const halves = [queries.slice(0, middle), queries.slice(middle)].filter((half) => half.length > 0);
  const answers = await Promise.all(
    halves.map((half) =>
      engine.ask<{ results: SearchResponse<Hit>[] }>("multi-search", token, { queries: half }),
    ),
  );
  return answers.flatMap(({ results }) => results);
}

const mostInstead = 10;

/** What the engine is asked one by one: every word in its order, then what may stand in the place of some. */
function questionsOf(words: CandidateQuestion["words"]): string[] {
  const asked = words.map((word) => word.asked);
  const instead = words.flatMap(({ also }) => also.flatMap((said) => said.asked));
  return [...asked, ...[...new Set(instead)].filter((one) => !asked.includes(one)).slice(0, mostInstead)];
}

function anyWord({ words, request }: CandidateQuestion, filter: EngineFilter): object[] {
  const always = { indexUid: mainIndex(), filter, attributesToRetrieve: ["id", "wanted"] };
  return questionsOf(words).map((asked) => ({
    ...always,
    q: engineText(asked, request),
    matchingStrategy: "all",
  }));
}

/** A federated question counts each insight once, however many of the words it has. */
async function askCounts(
  engine: SearchEngine,
  token: string,
  question: CandidateQuestion,
): Promise<{ total: number; facets?: FacetCounts }> {
  const { request, facets, counted: isCounted } = question;
  if (!isCounted) return { total: 0 };
  const always = alwaysOf(question);
  const index = mainIndex();
  const ask = (filter: EngineFilter, counted: string[]): Promise<Federated> => {
    const federation = { limit: 0, facetsByIndex: counted.length > 0 ? { [index]: counted } : undefined };
    return engine.ask("multi-search", token, { federation, queries: anyWord(question, filter) });
  };
  const [all, ...others] = await Promise.all([
    ask([...always, ...requestFilter(request)], facets ? facetsBeside(request) : []),
    ...(facets ? countingQueries(request, always) : []).map((one) => ask(one.filter, one.facets)),
  ]);
  const distributions = [all, ...others].map((answer) => answer?.facetsByIndex?.[index]?.distribution);
  return { total: all?.estimatedTotalHits ?? 0, facets: facets ? readCounts(distributions) : undefined };
}

type Wanted = { ids: ReadonlyMap<string, number>; always: EngineFilter };

/** Reads those documents that were not seen before, and puts them in the order asked for. */
async function readCandidates(
  engine: SearchEngine,
  token: string,
  { ids, always }: Wanted,
): Promise<Candidate[]> {
  const unknown = [...ids].flatMap(([id, wanted]) => (knownDocument(id, wanted) ? [] : [id]));
  const read = new Map<string, Candidate>();
  if (unknown.length > 0) {
    const asked = {
      q: "",
      filter: [...always, ...onlyIds(unknown)],
      limit: unknown.length,
      attributesToRetrieve: rankedAttributes,
    };
    const path = `indexes/${mainIndex()}/search`;
    const { hits } = await engine.ask<SearchResponse<RankedDocument>>(path, token, asked);
    for (const document of hits) read.set(document.id, keepDocument(document));
  }
  return [...ids].flatMap(([id, wanted]) => read.get(id) ?? knownDocument(id, wanted) ?? []);
}
