import { expect, test } from "vitest";
import { mergeTexts } from "#app/insights/merge-texts.ts";
import { mergeValues } from "#app/insights/merge-values.ts";

const base = "The map room closes in May. Staff were told on Monday.";

test.each<[what: string, mine: string, theirs: string, merged: string | undefined]>([
  ["only mine changed", base.replace("May", "June"), base, base.replace("May", "June")],
  ["only theirs changed", base, base.replace("May", "June"), base.replace("May", "June")],
  [
    "both changed alike",
    base.replace("May", "June"),
    base.replace("May", "June"),
    base.replace("May", "June"),
  ],
  [
    "each changed another place",
    base.replace("May", "June"),
    base.replace("Monday", "Tuesday"),
    "The map room closes in June. Staff were told on Tuesday.",
  ],
  [
    "one added at the end, one at the start",
    `${base} Students were not.`,
    `Heard twice: ${base}`,
    `Heard twice: ${base} Students were not.`,
  ],
  [
    "one took out a sentence",
    "The map room closes in May.",
    `So: ${base}`,
    "So: The map room closes in May.",
  ],
  ["the same word, differently", base.replace("May", "June"), base.replace("May", "July"), undefined],
  [
    "one rewrote what the other took out",
    base.replace("closes in May", "stays"),
    base.replace("in May", ""),
    undefined,
  ],
])("merging: %s", (_what, mine, theirs, merged) => {
  expect(mergeTexts(base, mine, theirs)?.trimEnd()).toBe(merged?.trimEnd());
  expect(mergeTexts(base, theirs, mine)?.trimEnd()).toBe(merged?.trimEnd());
});

test("two insertions at one place are not put in an order by guess", () => {
  expect(mergeTexts(base, `${base} A.`, `${base} B.`)).toBeUndefined();
});

test("a merge never loses a word that either put in", () => {
  const texts = ["one two three", "one 2 three", "one two three four", "two three", "zero one two three"];
  for (const mine of texts) {
    for (const theirs of texts) {
      const merged = mergeTexts("one two three", mine, theirs);
      if (merged === undefined) continue;
      for (const word of `${mine} ${theirs}`.split(" ")) {
        if (!["one", "two", "three"].includes(word)) expect(merged).toContain(word);
      }
    }
  }
});

test("fields: what one left alone follows the other; what both changed is named", () => {
  const before = { body: base, departments: ["law"], channel: "coffee", tags: ["maps"], visibility: "staff" };
  const { values, disputed } = mergeValues({
    base: before,
    mine: { ...before, channel: "email", tags: ["maps", "may"], departments: ["law", "history"] },
    saved: { ...before, channel: "visit", visibility: "team", tags: [], departments: ["law", "music"] },
  });
  expect(values).toMatchObject({
    channel: "email",
    visibility: "team",
    tags: ["may"],
    departments: ["law", "history", "music"],
  });
  expect(disputed).toEqual(["channel"]);
});
