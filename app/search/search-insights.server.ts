import type { Person } from "#app/people/person.ts";
import { allWordsFirst, askIndex, type FoundHit, type IndexAnswer } from "./ask-index.server.ts";
import { markedWords } from "./asked-words.ts";
import type { EngineAnswer } from "./engine.server.ts";
import type { EngineTrouble } from "./engine-errors.server.ts";
import { type FacetCounts, mergeCounts, noCounts } from "./facet-counts.ts";
import { findRanked } from "./find-ranked.server.ts";
import { beginIndexView, expectQuiet, type IndexView, mostUnconfirmed } from "./index-view.server.ts";
import { markBeside } from "./mark-beside.server.ts";
import { countUnconfirmed, matchUnconfirmed } from "./match-unconfirmed.server.ts";
import { engineStretch, mergeHits } from "./merge-hits.ts";
import { queryWords } from "./query-words.ts";
import { type RankedWord, rankedWords } from "./ranked-words.ts";
import { readableInsightIds } from "./readable-insight-ids.server.ts";
import { searchDatabase } from "./search-database.server.ts";
import { findsNothing, type SearchRequest, searchLimits } from "./search-request.ts";
import { type MatchedPlace, whereMatched } from "./where-matched.ts";

/** A single word, and what is being typed, the engine orders well enough. */
const fewestRanked = 2;

type Asked = {
  person: Person;
  request: SearchRequest;
  /** How many hits a page has. */
  size?: number;
  /** Counts what each filter would find as well: dearer, so only when somebody is going to read it. */
  facets?: boolean;
  /** Somebody is typing on: the engine's own order will do. */
  typing?: boolean;
  /** Begun by the caller beside finding out who asks, to save a round trip; not earlier than the request came. */
  view?: Promise<IndexView>;
};

/** Reads what was found under the person's own rule; what it leaves out is not shown. */
type Reading<Read extends { id: string }> = (found: {
  person: Person;
  ids: readonly string[];
}) => Promise<readonly Read[]>;

export type SearchAnswer<Read extends { id: string } = { id: string }> = {
  /** `excerpt` is plain text with U+E000 and U+E001 round what matched. */
  hits: { id: string; excerpt: string; matched: MatchedPlace[]; item: Read }[];
  total: number;
  totalIsExact: boolean;
  /** True when PostgreSQL answered instead of the engine: the page says so. */
  basic: boolean;
  reason?: EngineTrouble;
  /** Insights built in so far, while rebuilding. */
  progress?: { done: number; total: number };
  /** When asked for. */
  facets?: FacetCounts;
};

type Found = Omit<SearchAnswer, "hits"> & { hits: FoundHit[] };

/**
 * Searches what this person may read. What was saved is found at once: changes the engine has not confirmed are left
 * out there and found and counted in PostgreSQL. Every hit is read under the person's rule before it is shown:
 * by `read`, such as `listInsightCards`, in that same round trip.
 */
export async function searchInsights(asked: Asked): Promise<SearchAnswer>;
export async function searchInsights<Read extends { id: string }>(
  asked: Asked & { read: Reading<Read> },
): Promise<SearchAnswer<Read>>;
export async function searchInsights(
  asked: Asked & { read?: Reading<{ id: string }> },
): Promise<SearchAnswer> {
  const { person, request, read = readableInsightIds } = asked;
  if (findsNothing(request)) {
    return { hits: [], total: 0, totalIsExact: true, basic: false, facets: noCounts() };
  }
  const found = await findOrWiden(asked);
  const [readable, marked] = await Promise.all([
    read({ person, ids: found.hits.map(({ id }) => id) }),
    markBeside(found.hits, markedWords(request)),
  ]);
  const byId = new Map(readable.map((one) => [one.id, one]));
  const hits = found.hits.flatMap(({ id, excerpt, beside }) => {
    const one = byId.get(id);
    const matched = whereMatched(excerpt, beside ?? marked.get(id));
    return one ? [{ id, excerpt, matched, item: one }] : [];
  });
  const dropped = found.hits.length - hits.length;
  return { ...found, hits, total: found.total - dropped, totalIsExact: found.totalIsExact && dropped === 0 };
}

/**
 * The engine insists on the first word: when nobody wrote that one, PostgreSQL finds what has any of the others. It knows the
 * forms of a single one too, which is worth it once somebody has done typing.
 */
async function findOrWiden(asked: Asked): Promise<Found> {
  const found = await find(asked);
  const isWide =
    found.total > 0 || found.basic || queryWords(asked.request.q).words.length < (asked.typing ? 2 : 1);
  return isWide ? found : { ...found, ...(await searchDatabase(asked)) };
}

async function find(asked: Asked): Promise<Found> {
  // Who has read what is not the engine's to know.
  if (asked.request.unread) return { ...(await searchDatabase(asked)), totalIsExact: true, basic: false };
  const { size = searchLimits.hitsOnAPage } = asked;
  const start = (asked.request.page - 1) * size;
  const plain = (): Promise<EngineAnswer<IndexAnswer>> =>
    askIndex({ ...asked, without: [], offset: start, limit: size });
  const words =
    asked.typing || asked.request.sort !== "relevance" ? [] : rankedWords(asked.request.q, asked.request);
  const inOrder = words.length >= fewestRanked ? { words, start, size } : undefined;
  const wasRight = expectQuiet();
  const begun = wasRight && !inOrder ? plain() : undefined;
  const ranking = wasRight && inOrder ? findRanked({ ...asked, ...inOrder, unconfirmed: [] }) : undefined;
  for (const early of [begun, ranking]) early?.catch(() => {});
  const view = await (asked.view ?? beginIndexView());
  if (!view) return findBasic(asked, "off");
  if (view.record.status !== "ready" || view.unconfirmed.length > mostUnconfirmed) {
    return findBasic(asked, await troubleOr("rebuilding", plain()), view);
  }
  if (inOrder) return findInOrder(asked, view, { ...inOrder, begun: wasRight?.(view) ? ranking : undefined });
  if (view.unconfirmed.length > 0) return findInBoth(asked, view, { start, size });
  const engine = await (wasRight?.(view) && begun ? begun : plain());
  if ("trouble" in engine) return findBasic(asked, engine.trouble, view);
  const { hits, total, facets } = engine.answer;
  return { hits, total, facets, totalIsExact: true, basic: false };
}

type InOrder = { words: RankedWord[]; start: number; size: number };

/** By two words or more the engine finds and we put in order: its own order forgets all but the first. */
async function findInOrder(
  asked: Asked,
  view: IndexView,
  { begun, ...inOrder }: InOrder & { begun: ReturnType<typeof findRanked> | undefined },
): Promise<Found> {
  const ranked = await (begun ?? findRanked({ ...asked, ...inOrder, unconfirmed: view.unconfirmed }));
  if ("trouble" in ranked) return findBasic(asked, ranked.trouble, view);
  return { ...ranked.answer, totalIsExact: true, basic: false };
}

async function findInBoth(
  asked: Asked,
  view: IndexView,
  { start, size }: { start: number; size: number },
): Promise<Found> {
  const ids = view.unconfirmed;
  const { sort } = asked.request;
  const matching = matchUnconfirmed({ ...asked, ids });
  matching.catch(() => {});
  const allFirst = allWordsFirst(asked.request);
  const atMost = ids.length <= size && !allFirst ? ids.length : count(await matching);
  const insist = allFirst && (await matching).whole.length > 0;
  const [matched, engine] = await Promise.all([
    matching,
    askIndex({ ...asked, without: ids, insist, ...engineStretch({ start, size, atMost }) }),
  ]);
  if ("trouble" in engine) return findBasic(asked, engine.trouble, view);
  const { total, strict, facets } = engine.answer;
  // Where all words have to match in one, they have to in the other.
  const own = strict ? { ...matched, partial: [] } : matched;
  return {
    hits: mergeHits({ own, engine: engine.answer, sort, start, size }),
    total: total + count(own),
    facets:
      facets &&
      mergeCounts(facets, await countUnconfirmed({ ...asked, ids, which: strict ? "whole" : "first" })),
    totalIsExact: true,
    basic: false,
  };
}

function count({ whole, partial }: { whole: unknown[]; partial: unknown[] }): number {
  return whole.length + partial.length;
}

async function findBasic(asked: Asked, reason: EngineTrouble, view?: IndexView): Promise<Found> {
  const answer = await searchDatabase(asked);
  const progress =
    reason === "rebuilding" && view ? { done: view.record.done, total: view.record.total } : undefined;
  return { ...answer, totalIsExact: true, basic: true, reason, progress };
}

/** The engine's own trouble, when it is known at once that it has one, says more than that it is being rebuilt. */
async function troubleOr(
  reason: EngineTrouble,
  likely: Promise<EngineAnswer<IndexAnswer>>,
): Promise<EngineTrouble> {
  const first = await likely;
  return "trouble" in first ? first.trouble : reason;
}
