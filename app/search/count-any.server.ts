import type { SearchResponse } from "meilisearch";
import { alwaysOf, type WordSearch, type WordsQuestion, wordSearches } from "./any-word.ts";
import type { Candidate } from "./candidate.ts";
import { countCandidates } from "./count-candidates.ts";
import { mainIndex, type SearchEngine } from "./engine.server.ts";
import { type EngineFilter, requestFilter, withoutIds } from "./engine-filter.ts";
import { type FacetCounts, mergeCounts } from "./facet-counts.ts";
import { countingQueries, facetsBeside, readCounts } from "./facet-queries.ts";
import { filterNames } from "./filter-choices.ts";
import { isFiltered } from "./search-request.ts";

export type Counts = { total: number; facets?: FacetCounts };

type Counting = {
  engine: SearchEngine;
  token: string;
  question: WordsQuestion & { counted: boolean; facets?: boolean };
};

type Found = {
  /** What was handed out for each of the words. */
  each: readonly SearchResponse<{ id: string }>[];
  /** Those handed out, as they are read. */
  reading: Promise<readonly Candidate[]>;
};

type Distribution = Record<string, Record<string, number>>;
type Federated = {
  estimatedTotalHits: number;
  facetsByIndex?: Record<string, { distribution: Distribution }>;
};

/**
 * Counts the insights with any of the words, and each filter's values among them. What of it has to be asked of the engine
 * at any rate is asked beside the words; within filters the rest waits for what is handed out for them, as that is often
 * all there is.
 */
export function beginCounts(counting: Counting): (found: Found) => Promise<Counts> {
  const { request, counted, facets = false } = counting.question;
  if (!counted) return async () => ({ total: 0 });
  const always = alwaysOf(counting.question);
  const chosen = Promise.all(
    (facets ? countingQueries(request, always) : []).map((one) => askFederated(counting, one)),
  );
  const filter = [...always, ...requestFilter(request)];
  const beside = facets ? facetsBeside(request) : [];
  const all = isFiltered(request) ? undefined : askFederated(counting, { filter, facets: beside });
  for (const asked of [chosen, all]) asked?.catch(() => {});
  return async (found) => {
    const { total, facets: counts } = await (all ?? countFound(counting, { filter, facets: beside }, found));
    const apart = readCounts((await chosen).map(({ distribution }) => distribution));
    if (!facets) return { total };
    for (const name of filterNames) if (apart[name].length > 0) counts[name] = apart[name];
    return { total, facets: counts };
  };
}

type Asked = { filter: EngineFilter; facets: string[] };
type Answer = { total: number; facets: FacetCounts; distribution: Distribution | undefined };

/**
 * Where all with a word were handed out, who has it is known: then at most one word is left to be counted, among the others.
 * The engine takes three times as long to count for several.
 */
async function countFound(
  counting: Counting,
  asked: Asked,
  { each, reading }: Found,
): Promise<Omit<Answer, "distribution">> {
  const searches = wordSearches(counting.question, asked.filter);
  const isWhole = (at: number): boolean => each[at]?.hits.length === each[at]?.estimatedTotalHits;
  const left = searches.filter((_, at) => !isWhole(at));
  const [last] = left;
  if (left.length > 1) return askFederated(counting, asked);
  const ids = new Set(each.flatMap(({ hits }, at) => (isWhole(at) ? hits.map(({ id }) => id) : [])));
  const rest =
    last && askOne(counting, { ...last, filter: [...last.filter, ...withoutIds([...ids])] }, asked);
  rest?.catch(() => {});
  const own = countCandidates((await reading).filter(({ id }) => ids.has(id)));
  const more = await rest;
  if (!more) return { total: ids.size, facets: own };
  return { total: ids.size + more.total, facets: mergeCounts(more.facets, own) };
}

async function askOne(
  { engine, token }: Counting,
  search: WordSearch,
  { facets }: Asked,
): Promise<Omit<Answer, "distribution">> {
  const path = `indexes/${mainIndex()}/search`;
  const asked = { ...search, limit: 0, facets };
  const answer = await engine.ask<SearchResponse>(path, token, asked);
  return { total: answer.estimatedTotalHits ?? 0, facets: readCounts([answer.facetDistribution]) };
}

/** A federated question counts each insight once, however many of the words it has. */
async function askFederated({ engine, token, question }: Counting, asked: Asked): Promise<Answer> {
  const index = mainIndex();
  const { filter, facets } = asked;
  const queries = wordSearches(question, filter).map((search) => ({
    ...search,
    indexUid: index,
    attributesToRetrieve: ["id"],
  }));
  const federation = { limit: 0, facetsByIndex: facets.length > 0 ? { [index]: facets } : undefined };
  const answer = await engine.ask<Federated>("multi-search", token, { federation, queries });
  const distribution = answer.facetsByIndex?.[index]?.distribution;
  return { total: answer.estimatedTotalHits, facets: readCounts([distribution]), distribution };
}
