import type { SearchSort } from "./search-request.ts";

type Hit = { id: string; seq: number };

type Merging<Found extends Hit> = {
  own: { whole: Found[]; partial: Found[] };
  /** A stretch of the engine's list, from its `offset` on. */
  engine: { hits: Found[]; total: number; offset: number };
  sort: SearchSort;
  /** The stretch of the merged list that is wanted. */
  start: number;
  size: number;
};

/**
 * Which stretch of the engine's list is needed so that, whichever `own` hits come before it, a page can be made of
 * both: `atMost` is how many those can be.
 */
export function engineStretch(page: { start: number; size: number; atMost: number }): {
  offset: number;
  limit: number;
} {
  return { offset: Math.max(0, page.start - page.atMost), limit: page.size + page.atMost };
}

/**
 * One page of the engine's hits and those PostgreSQL found among what the engine does not hold yet. By relevance those
 * with all the words come first and those with some last; by date each stands where its turn is.
 */
export function mergeHits<Found extends Hit>({ own, engine, sort, start, size }: Merging<Found>): Found[] {
  const { whole, partial } = own;
  const all = [...whole, ...partial].sort((a, b) => b.seq - a.seq);
  const isNewest = sort === "newest";
  const placed = [
    ...engine.hits.map((hit, at) => ({
      hit,
      place: engine.offset + at + (isNewest ? count(all, (one) => one.seq > hit.seq) : whole.length),
    })),
    ...(isNewest
      ? all.map((hit, at) => ({
          hit,
          place: at + engine.offset + count(engine.hits, (one) => one.seq > hit.seq),
        }))
      : [
          ...whole.map((hit, at) => ({ hit, place: at })),
          ...partial.map((hit, at) => ({ hit, place: whole.length + engine.total + at })),
        ]),
  ];
  return placed
    .filter(({ place }) => place >= start && place < start + size)
    .sort((a, b) => a.place - b.place)
    .map(({ hit }) => hit);
}

function count<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.reduce((sum, item) => sum + (is(item) ? 1 : 0), 0);
}
