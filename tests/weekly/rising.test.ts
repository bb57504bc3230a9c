import { describe, expect, test } from "vitest";
import type { HeardRow } from "#app/weekly/heard-row.ts";
import { mentionedThemes } from "#app/weekly/mentioned-themes.ts";
import { phrasesIn } from "#app/weekly/phrases.ts";
import { isRising, risingThemes } from "#app/weekly/rising.ts";

type Case = [why: string, count: number, before: number[], rises: boolean, given?: Partial<Given>];
type Given = { people: number; total: number; totalBefore: number[] };

const usual: Given = { people: 2, total: 20, totalBefore: [20, 20, 20, 20] };

describe("the rule, on written cases", () => {
  test.each<Case>([
    ["two mentions are never a rise, whatever was before", 2, [0, 0, 0, 0], false],
    ["three where there were none", 3, [0, 0, 0, 0], true],
    ["three of one person", 3, [0, 0, 0, 0], false, { people: 1 }],
    ["three where there was one a week", 3, [1, 1, 1, 1], false],
    ["three after one in four weeks", 3, [0, 0, 1, 0], true],
    ["four where there was one a week: chance alone may bring that", 4, [1, 1, 1, 1], false],
    ["five where there was one a week", 5, [1, 1, 1, 1], true],
    ["five where there were two a week", 5, [2, 2, 2, 2], false],
    ["seven where there were two a week", 7, [2, 2, 2, 2], true],
    ["ten where there were eight a week", 10, [8, 8, 8, 8], false],
    ["as many as ever", 6, [6, 6, 6, 6], false],
    ["fewer than before", 3, [9, 9, 9, 9], false],
    ["back after one loud week: that week counts in the mean", 5, [0, 0, 0, 8], false],
    ["five, when three times as much was heard of everything", 5, [1, 1, 1, 1], false, { total: 60 }],
    ["five, in a week half as busy as usual", 5, [1, 1, 1, 1], true, { total: 10 }],
    ["three in a library's first week", 3, [0, 0, 0, 0], true, { total: 30, totalBefore: [0, 0, 0, 0] }],
  ])("%s", (_, count, before, rises, given = {}) => {
    expect(isRising({ count, before, ...usual, ...given })).toBe(rises);
  });
});

let made = 0;
const monday = "2026-11-16";

function aRow(given: Partial<HeardRow> = {}): HeardRow {
  made += 1;
  return {
    id: `id-${made}`,
    seq: made,
    version: 1,
    week: monday,
    heardOn: monday,
    kind: "observation",
    answered: false,
    author: `person ${made}`,
    teams: ["one"],
    tags: [],
    departments: [],
    text: "",
    voices: 1,
    ...given,
  };
}

/** Among weeks as busy as usual. */
function rising(rows: HeardRow[]): string[] {
  for (const week of ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"])
    rows.push(...Array.from({ length: 9 }, () => aRow({ week })));
  return risingThemes(mentionedThemes(rows, monday), 5).map(({ theme, is }) => `${is} ${theme}`);
}

test("tags rise with their insights, those first that stand out most", () => {
  const rows = [
    ...[1, 2, 3].map(() => aRow({ tags: ["ref"] })),
    ...[1, 2, 3, 4, 5].map(() => aRow({ tags: ["open-access"] })),
    ...["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"].map((week) =>
      aRow({ week, tags: ["lab-moves"] }),
    ),
    aRow({ tags: ["lab-moves"] }),
  ];
  expect(rising(rows)).toEqual(["tag open-access", "tag ref"]);
});

test("a phrase rises like a tag, in whatever form it is written, and once", () => {
  const rows = [
    "They want text and data mining for the corpus.",
    "Text and data mining again: nobody knows who to ask.",
    "Is text-and-data mining in our licence?",
  ].map((text) => aRow({ text }));
  expect(rising(rows)).toEqual(["phrase text and data mining"]);
});

test("a phrase that only says again a tag or a department's name is none", () => {
  const departments = [{ slug: "pol", name: "Department of Politics and Policy", root: "arts" }];
  const texts = [
    "Reading lists are late",
    "Politics and Policy asks for a reading list",
    "Politics and policy: none",
  ];
  const rows = texts.map((text) => aRow({ text, tags: ["reading-lists"], departments }));
  expect(rising(rows)).toEqual(["tag reading-lists"]);
});

test("what one person says three times in one insight is said once", () => {
  expect(rising([aRow({ text: "Desk lamps, desk lamps, desk lamps" })])).toEqual([]);
});

test("phrases stand within a clause and neither begin nor end with a joining word", () => {
  const said = phrasesIn("The lab moves in June; reading rooms are full. Open textbooks").map(
    ({ words }) => words,
  );
  expect(said).toContain("lab moves");
  expect(said).toContain("reading rooms");
  expect(said).toContain("open textbooks");
  expect(said).not.toContain("moves in");
  expect(said).not.toContain("june reading");
});
