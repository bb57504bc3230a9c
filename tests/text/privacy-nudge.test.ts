import { expect, test } from "vitest";
import { privacyNudges } from "#app/text/privacy-nudge.ts";
import { demoInsights } from "#db/demo/content/all-insights.ts";
import { demoDepartments } from "#db/demo/content/departments.ts";
import { shouldNotNudge, shouldNudge } from "./private-sentences.ts";

const known = demoDepartments.flatMap((department) => [department.name, ...(department.nicknames ?? [])]);
const noticed = (text: string): boolean => privacyNudges(text, known).length > 0;

test("of sixty sentences it notices those it should, and leaves the others alone", () => {
  expect([shouldNudge.length, shouldNotNudge.length]).toEqual([30, 30]);
  const missed = shouldNudge.filter((sentence) => !noticed(sentence));
  const wrongly = shouldNotNudge.filter(noticed);
  const right = shouldNudge.length - missed.length;
  const precision = right / (right + wrongly.length);
  const recall = right / shouldNudge.length;
  console.log(
    `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}; missed: ${missed.join(" | ")}`,
  );
  expect(wrongly).toEqual([]);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test("of all the demonstration's insights it finds fault with none", () => {
  expect(demoInsights.length).toBeGreaterThan(500);
  expect(demoInsights.filter(({ body }) => noticed(body)).map(({ body }) => body)).toEqual([]);
});

test("it says which name, with which word, and what would do instead", () => {
  const text = "The students say Dr Smith is lazy.";
  expect(privacyNudges(text)).toEqual([
    {
      why: "judgement",
      found: "Dr Smith",
      from: 17,
      to: 25,
      word: "lazy",
      instead: "a member of the department",
    },
  ]);
  expect(privacyNudges("Jane Okafor, their dean, is rude.")[0]).toMatchObject({ instead: "The dean" });
  expect(privacyNudges("Ask jo.bloggs@a.example")[0]).toMatchObject({ why: "contact", instead: "" });
});

test("names of departments, buildings and channels are nobody's", () => {
  const text = "We hear that Ada Lovelace is useless in the rain.";
  expect(privacyNudges(text)).toHaveLength(1);
  expect(privacyNudges(text, ["Ada Lovelace Building"])).toEqual([]);
});

test.each([
  "Aa ",
  "Dr ",
  "Dr A. ",
  "a@",
  "a@b.",
  "a@b-",
  "+1 ",
  "0 ",
  "0(",
  "Aa Bb is lazy ",
  "lazy ",
  "'",
  "student no ",
  "https://",
  "s1",
  "a'b-",
  "\n",
  "ﷺ",
  "É́",
  "@",
  "Aa Bb x x x x x x x x x x x x x lazy ",
])("%j over and over is read in a moment", (unit) => {
  const short = timeOf(unit.repeat(Math.floor(5_000 / unit.length)));
  const long = timeOf(unit.repeat(Math.floor(20_000 / unit.length)));
  // Four times the text: four times the work, and not sixteen; the rest is for a busy machine.
  expect(long).toBeLessThan(short * 10 + 50);
});

/** The best of some runs, so that what else the machine does counts little. */
function timeOf(text: string): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const begun = performance.now();
      privacyNudges(text);
      return performance.now() - begun;
    }),
  );
}
