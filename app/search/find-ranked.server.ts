import type { Person } from "#app/people/person.ts";
import { askCandidates, askRest, type Candidates } from "./ask-candidates.server.ts";
import type { FoundHit } from "./ask-index.server.ts";
import { markedWords } from "./asked-words.ts";
import { type Candidate, candidateOf } from "./candidate.ts";
import { countCandidates } from "./count-candidates.ts";
import type { EngineAnswer } from "./engine.server.ts";
import { type FacetCounts, mergeCounts } from "./facet-counts.ts";
import { filterFields, filterNames } from "./filter-choices.ts";
import { findOwnDepartments } from "./find-own-departments.server.ts";
import { readWantedDocuments } from "./insight-document.server.ts";
import { countUnconfirmed, listUnconfirmedWithAny } from "./match-unconfirmed.server.ts";
import { type AskedWord, rankCandidates } from "./rank-candidates.ts";
import type { RankedWord } from "./ranked-words.ts";
import type { SearchRequest } from "./search-request.ts";
import { shownHit } from "./shown-hit.ts";
import { withSlips } from "./slips.ts";

export type Finding = {
  person: Person;
  request: SearchRequest;
  words: readonly RankedWord[];
  /** Insights the index is not known to be right about. */
  unconfirmed: readonly string[];
  start: number;
  size: number;
  facets?: boolean;
};

export type RankedAnswer = { hits: FoundHit[]; total: number; facets?: FacetCounts };

/** Of more words nearly everything has one: then what is well below the best answers nothing. */
const mostForAny = 5;
const worthOfBest = 0.2;

/**
 * The engine finds, we put in order: what it has for each of the words, with what it does not hold yet from
 * PostgreSQL, ranked together. Of a few words all insights with any of them are found; of a sentence those that come
 * near the best.
 */
export function findRanked(finding: Finding): Promise<EngineAnswer<RankedAnswer>> {
  return finding.words.length <= mostForAny ? findWithAny(finding) : findNearBest(finding);
}

async function findWithAny(finding: Finding): Promise<EngineAnswer<RankedAnswer>> {
  const { person, request, words, unconfirmed: ids, start, size, facets } = finding;
  const asked = { person, request, words, without: ids, facets, counted: true };
  const list = await rank(finding, asked);
  if ("trouble" in list) return list;
  const { ranked, fresh, total, facets: counts } = list.answer;
  const page = ranked.slice(start, start + size);
  if (page.length < size && total + fresh.length > ranked.length) {
    const offset = Math.max(0, start - ranked.length);
    const without = [...ids, ...ranked.map(({ id }) => id)];
    const rest = await askRest({ ...asked, without, offset, limit: size - page.length });
    if ("trouble" in rest) return rest;
    page.push(...rest.answer);
  }
  const isCounted = counts && ids.length > 0;
  const freshCounts = isCounted ? await countUnconfirmed({ ...asked, ids, which: "any" }) : undefined;
  return {
    answer: {
      hits: showHits(page, request),
      total: total + fresh.length,
      facets: counts && freshCounts ? mergeCounts(counts, freshCounts) : counts,
    },
  };
}

async function findNearBest(finding: Finding): Promise<EngineAnswer<RankedAnswer>> {
  const { person, request, words, unconfirmed: without, start, size, facets } = finding;
  const chosen = facets ? filterNames.filter((name) => request[filterFields[name]].length > 0) : [];
  const [list, ...others] = await Promise.all(
    [request, ...chosen.map((name) => ({ ...request, [filterFields[name]]: [] }))].map((one) =>
      rank(finding, { person, request: one, words, without, counted: false }),
    ),
  );
  if (!list || "trouble" in list) return list ?? { trouble: "down" };
  const { ranked } = list.answer;
  const counts = facets ? countCandidates(ranked) : undefined;
  for (const [at, other] of others.entries()) {
    if ("trouble" in other) return other;
    const name = chosen[at];
    if (counts && name) counts[name] = countCandidates(other.answer.ranked)[name];
  }
  return {
    answer: {
      hits: showHits(ranked.slice(start, start + size), request),
      total: ranked.length,
      facets: counts,
    },
  };
}

/** A word that none of them has is a slip of one they have; one that some have the others do without. */
function showHits(page: readonly Candidate[], request: SearchRequest): FoundHit[] {
  const shown = withSlips(markedWords(request), ...page);
  return page.map((candidate) => shownHit(candidate, shown));
}

type Asked = Parameters<typeof askCandidates>[0];
type List = Pick<Candidates, "total" | "facets"> & { ranked: Candidate[]; fresh: Candidate[] };

async function rank(finding: Finding, asked: Asked): Promise<EngineAnswer<List>> {
  const [engine, fresh, own] = await Promise.all([
    askCandidates(asked),
    readFresh({ ...finding, request: asked.request }),
    findOwnDepartments(finding.person),
  ]);
  if ("trouble" in engine) return engine;
  const { candidates, readable, total, facets } = engine.answer;
  const ranked = rankCandidates({
    candidates: [...candidates, ...fresh],
    words: engine.answer.words.map((word) => withFresh(word, fresh)),
    total: readable,
    own,
    today: Number(new Date().toISOString().slice(0, 10).replaceAll("-", "")),
  });
  const least = asked.counted ? 0 : (ranked[0]?.score ?? 0) * worthOfBest;
  const kept = ranked.filter(({ score }) => score >= least).map(({ candidate }) => candidate);
  return { answer: { ranked: kept, fresh, total, facets } };
}

async function readFresh({ person, request, unconfirmed }: Finding): Promise<Candidate[]> {
  if (unconfirmed.length === 0) return [];
  const ids = await listUnconfirmedWithAny({ person, request, ids: unconfirmed });
  if (ids.length === 0) return [];
  const wanted = await readWantedDocuments(ids);
  return wanted.flatMap(({ document }) => (document ? [candidateOf(document)] : []));
}

/** PostgreSQL found them by its own stemming: a word in which ours sees no likeness may still be what it found. */
function withFresh(word: AskedWord, fresh: readonly Candidate[]): AskedWord {
  return fresh.length === 0 ? word : { ...word, ids: new Set([...word.ids, ...fresh.map(({ id }) => id)]) };
}
