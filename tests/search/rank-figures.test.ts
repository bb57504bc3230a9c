import { expect, test } from "vitest";
import { bm25 } from "#scripts/bench/bm25.ts";
import { porterStem } from "#scripts/bench/porter-stem.ts";
import { ndcgOf, rankFigures } from "#scripts/bench/rank-figures.ts";
import { judgedSet } from "./judgements.ts";

const grades = new Map([
  ["best", 3],
  ["good", 2],
]);

test("the best order counts one, another less, none of it nothing", () => {
  expect(ndcgOf(["best", "good"], grades)).toBe(1);
  expect(ndcgOf(["good", "best"], grades)).toBeCloseTo((2 + 3 / Math.log2(3)) / (3 + 2 / Math.log2(3)));
  expect(ndcgOf(["other"], grades)).toBe(0);
  const late = [...Array.from({ length: 10 }, (_, at) => `other ${at}`), "best"];
  expect(ndcgOf(late, grades)).toBe(0);
});

test("figures are means over the questions, and count those without a good answer", () => {
  const answers = [
    { ranked: ["other", "best"], grades },
    { ranked: ["other"], grades },
  ];
  expect(rankFigures(answers)).toMatchObject({ mrr: 0.25, unanswered: 1, questions: 2 });
});

test("the yardstick prefers rare words and stems after Porter", () => {
  const words = ["relational", "conditional", "happy", "hopping", "agreed", "controlling", "libraries"];
  expect(words.map(porterStem)).toEqual(["relat", "condit", "happi", "hop", "agre", "control", "librari"]);
  const ask = bm25([
    { id: "often", text: "library library lists" },
    { id: "rare", text: "library zebra" },
    { id: "none", text: "nothing" },
  ]);
  expect(ask("the library's zebras")[0]).toBe("rare");
});

test("the judged set leaves out what its reader may not read, and names the month", () => {
  const judging = { now: new Date("2026-11-25T12:00Z"), timeZone: "Europe/London" };
  const bySet = (reader: string) => judgedSet({ ...judging, reader });
  const lab = (reader: string) => bySet(reader).find(({ q }) => q === "chemestry lab move")?.grades;
  expect(lab("priya")?.has("west-wing-first-word")).toBe(true);
  expect(lab("helen")?.has("west-wing-first-word")).toBe(false);
  expect(bySet("priya").map(({ q }) => q)).toContain("coffee september");
});
