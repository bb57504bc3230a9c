import fc from "fast-check";
import { expect, test } from "vitest";
import { engineStretch, mergeHits } from "#app/search/merge-hits.ts";

const size = 20;

const library = fc
  .record({
    seqs: fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 130 }),
    owners: fc.array(fc.constantFrom("engine", "engine", "engine", "whole", "partial"), {
      minLength: 130,
      maxLength: 130,
    }),
  })
  .map(({ seqs, owners }) => {
    const hits = seqs.map((seq, at) => ({ id: `i${seq}`, seq, owner: owners[at] }));
    const of = (owner: string) => hits.filter((hit) => hit.owner === owner);
    return { engine: of("engine"), whole: of("whole"), partial: of("partial") };
  });

/** All pages, each merged from the stretch of the engine's list that was asked for it. */
function pages(
  { engine, whole, partial }: Record<"engine" | "whole" | "partial", { id: string; seq: number }[]>,
  sort: "newest" | "relevance",
  atMost: number,
): string[] {
  const list = sort === "newest" ? engine.toSorted((a, b) => b.seq - a.seq) : engine;
  const total = list.length + whole.length + partial.length;
  return Array.from({ length: Math.ceil(total / size) + 1 }, (_, page) => {
    const start = page * size;
    const { offset, limit } = engineStretch({ start, size, atMost });
    const hits = list.slice(offset, offset + limit);
    return mergeHits({
      own: { whole, partial },
      engine: { hits, total: list.length, offset },
      sort,
      start,
      size,
    });
  }).flatMap((page) => page.map(({ id }) => id));
}

test("by date every hit stands once, in its turn, whatever part of the engine's list each page was made from", () => {
  fc.assert(
    fc.property(library, fc.integer({ min: 0, max: 40 }), (given, spare) => {
      const { engine, whole, partial } = given;
      const inTurn = [...engine, ...whole, ...partial].toSorted((a, b) => b.seq - a.seq).map(({ id }) => id);
      expect(pages(given, "newest", whole.length + partial.length + spare)).toEqual(inTurn);
    }),
  );
});

test("by relevance the engine's order is kept, between those with all the words and those with some", () => {
  fc.assert(
    fc.property(library, fc.integer({ min: 0, max: 40 }), (given, spare) => {
      const { engine, whole, partial } = given;
      const expected = [...whole, ...engine, ...partial].map(({ id }) => id);
      expect(pages(given, "relevance", whole.length + partial.length + spare)).toEqual(expected);
    }),
  );
});
