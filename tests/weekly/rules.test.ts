import { describe, expect, test } from "vitest";
import type { Rhythm } from "#app/departments/rhythm.ts";
import { daysAfter } from "#app/settings/calendar.ts";
import { goneQuiet } from "#app/weekly/gone-quiet.ts";
import type { HeardRow } from "#app/weekly/heard-row.ts";
import { minuteByRule } from "#app/weekly/minute.ts";
import { severalPlaces } from "#app/weekly/several-places.ts";
import { weekNumbers } from "#app/weekly/week-numbers.ts";

let made = 0;
const place = (slug: string, root = slug) => ({ slug, name: slug.toUpperCase(), root });

function aRow(given: Partial<HeardRow> = {}): HeardRow {
  made += 1;
  return {
    id: `id-${made}`,
    seq: made,
    version: 1,
    week: "2026-11-16",
    heardOn: "2026-11-16",
    kind: "observation",
    answered: false,
    author: `person ${made}`,
    teams: ["desk"],
    tags: [],
    departments: [place("law", "social")],
    text: `What was heard ${made}`,
    voices: 1,
    ...given,
  };
}

describe("heard in several places", () => {
  const tags = ["space"];
  const themes = (rows: HeardRow[]) => severalPlaces(rows, 5).map(({ theme }) => theme);

  test("is a theme in departments of different faculties", () => {
    const rows = [aRow({ tags }), aRow({ tags, departments: [place("music", "arts")] })];
    expect(severalPlaces(rows, 5)).toMatchObject([
      { theme: "space", teams: 1, departments: [{ slug: "law" }, { slug: "music" }] },
    ]);
  });
  test("is not one within a faculty, unless three teams heard it", () => {
    const inFaculty = [aRow({ tags }), aRow({ tags, departments: [place("politics", "social")] })];
    expect(themes(inFaculty)).toEqual([]);
    const byTeams = [aRow({ tags, teams: ["desk", "arts"] }), aRow({ tags, teams: ["science"] })];
    expect(themes(byTeams)).toEqual(["space"]);
  });
  test("is not one insight, however many departments it is about", () => {
    const departments = [place("law", "social"), place("music", "arts"), place("physics", "science")];
    expect(themes([aRow({ tags, departments })])).toEqual([]);
  });
});

describe("gone quiet", () => {
  const upTo = "2026-11-22";
  const days = (...ago: number[]) => ago.map((number) => daysAfter(upTo, -number));
  const quiet = (ago: number[], rhythm?: Rhythm) =>
    goneQuiet([{ slug: "a", name: "A", days: days(...ago), rhythm }], { upTo, most: 5 }).length === 1;

  test.each([
    ["heard of every week, and not for five", [36, 43, 50, 57], true],
    ["heard of every week, and not for three", [21, 28, 35, 42], false],
    ["heard of every month, and not for seven weeks", [49, 79, 109, 139], false],
    ["heard of every month, and not for ten weeks", [70, 100, 130, 160], true],
    ["heard of twice ever: it has no rhythm", [200, 230], false],
    ["never heard of", [], false],
  ])("%s", (_, ago, is) => {
    expect(quiet(ago)).toBe(is);
  });
  test("the department's own rhythm is what counts where it has one", () => {
    expect(quiet([49, 56, 63], "termly")).toBe(false);
    expect(quiet([20], "fortnightly")).toBe(true);
  });
  test("the longest past its own rhythm stands first", () => {
    const named = (slug: string, ...ago: number[]) => ({ slug, name: slug, days: days(...ago) });
    const found = goneQuiet([named("a", 80, 110, 140), named("b", 80, 87, 94), named("c", 3, 10, 17)], {
      upTo,
      most: 5,
    });
    expect(found.map(({ slug }) => slug)).toEqual(["b", "a"]);
  });
});

describe("in one minute", () => {
  test("says the rise, the most heard, the places, a victory and a question, each insight once", () => {
    const rows = [
      aRow({ text: "Heard by many", voices: 4 }),
      aRow({ kind: "win", text: "They thanked us" }),
      aRow({ kind: "question", text: "Who knows the new dean?" }),
      aRow({ kind: "need", text: "More sockets" }),
    ];
    const rising = [
      { theme: "ref", is: "tag" as const, count: 5, meanBefore: 0.5, insights: rows.slice(0, 1) },
    ];
    const several = [
      { theme: "space", departments: [place("law"), place("music")], teams: 2, insights: rows },
    ];
    expect(minuteByRule({ rows, rising, several }).map(({ text }) => text)).toEqual([
      "Rising: ref. 5 insights this week, 0.5 a week before.",
      "Heard by many Heard by 4 colleagues.",
      "Heard in several places: space, about LAW and MUSIC.",
      "A small victory: They thanked us",
      "Asked of colleagues: Who knows the new dean?",
    ]);
  });
  test("a week with little to say is said in little, and an empty one in nothing", () => {
    const rows = [
      aRow(),
      aRow({ kind: "question", answered: true }),
      aRow({ kind: "new-person", text: "A new head" }),
    ];
    expect(minuteByRule({ rows, rising: [], several: [] }).map(({ text }) => text)).toEqual(["A new head"]);
    expect(minuteByRule({ rows: [], rising: [], several: [] })).toEqual([]);
  });
  test("every line names what it was made of", () => {
    const rows = [aRow({ kind: "win" })];
    expect(minuteByRule({ rows, rising: [], several: [] })).toMatchObject([{ sources: [rows[0]?.id] }]);
  });
});

test("the numbers are the library's, and of nobody", () => {
  const rows = [
    aRow({ teams: ["desk", "arts"], voices: 2 }),
    aRow({ kind: "question", answered: true, departments: [place("law"), place("music")] }),
    aRow({ kind: "question" }),
  ];
  expect(weekNumbers(rows)).toBe(
    "3 insights about 2 departments, heard by 2 teams; 1 of them by more than one colleague; 2 questions asked, 1 answered.",
  );
  expect(weekNumbers([])).toBe("");
});
