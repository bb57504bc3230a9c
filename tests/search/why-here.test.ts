import { expect, test } from "vitest";
import { whyHere } from "#app/search/why-here.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "#app/text/clean-text.ts";

const mark = (word: string) => `${HIGHLIGHT_START}${word}${HIGHLIGHT_END}`;
const today = "2026-11-28";
const found = {
  excerpt: `The ${mark("plotter")} has no ${mark("Magenta")}, and a ${mark("plotter")} needs it.`,
  matched: [{ where: "department" as const, text: `the ${mark("Studio")}` }],
  ...{ voices: 1, voiceTeams: 1, heardOn: "2026-03-02", lastHeardOn: null, supersededById: null },
};

test("it names each word once, wherever it stood", () => {
  expect(whyHere(found, today)).toEqual(["It has “plotter”, “Magenta” and “Studio”"]);
});

test("it says how strongly, how recently, and what stands against it", () => {
  const strong = { ...found, matched: [], voices: 4, voiceTeams: 3, lastHeardOn: "2026-11-20" };
  expect(whyHere({ ...strong, supersededById: "another" }, today)).toEqual([
    "It has “plotter” and “Magenta”",
    "heard by 4 people in 3 teams",
    "heard in the last month",
    "replaced since by a newer one, so further down",
  ]);
});

test("what was found by its channel or month alone says so", () => {
  const bare = { ...found, excerpt: "Nothing marked.", matched: [] };
  expect(whyHere(bare, today)).toEqual(["It matches by how or when it was heard"]);
});
