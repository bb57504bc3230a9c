import { beforeEach, expect, test } from "vitest";
import { commonAmong, forgetTotals, rememberTotals } from "#app/search/common-words.ts";

const asked = ["student", "librar", "kettl", "dog", "turnaway", "seat"];
const counts = [4_000, 6_000, 3, 40, 12, 600] as const;

function remember(reader: string, readable: number): void {
  const totals = new Map(asked.map((one, at) => [one, counts[at] ?? 0]));
  rememberTotals({ reader, readable, totals });
}

beforeEach(forgetTotals);

test("words that many have are known to be common, and only to who may read those", () => {
  remember("priya", 10_000);
  expect([...commonAmong({ reader: "priya", asked })]).toEqual([
    ["librar", 6_000],
    ["student", 4_000],
  ]);
  expect(commonAmong({ reader: "kwame", asked }).size).toBe(0);
});

test("four words are asked for, however common, the rarest of them", () => {
  remember("priya", 5_000);
  expect([...commonAmong({ reader: "priya", asked: asked.filter((one) => one !== "kettl") }).keys()]).toEqual(
    ["librar"],
  );
});

test("in a small library none is", () => {
  rememberTotals({ reader: "priya", readable: 600, totals: new Map([["student", 200]]) });
  expect(commonAmong({ reader: "priya", asked: ["student", ...asked] }).size).toBe(0);
});
