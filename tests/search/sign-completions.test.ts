import { expect, test } from "vitest";
import { signAtCaret } from "#app/search/sign-at-caret.ts";
import { type FilterOptions, signCompletions, withChosen } from "#app/search/sign-completions.ts";

const options: FilterOptions = {
  today: "2026-01-28",
  departmentWord: { one: "group", many: "groups" },
  department: [
    { value: "informatics", label: "School of Informatics", keywords: ["informatics", "Comp Sci"] },
    { value: "law", label: "School of Law", keywords: ["law"] },
  ],
  person: [{ value: "priya", label: "Priya Shah", detail: "Health", keywords: ["priya"] }],
  tag: [{ value: "rdm", label: "rdm", keywords: ["research data"] }],
  channel: [],
  kind: [],
  team: [],
};

test.each([
  ["in:", { sign: "in", typed: "" }],
  ["reading lists IN:comp", { sign: "in", typed: "comp" }],
  ['in:"school of', { sign: "in", typed: "school of" }],
  ["by:pri", { sign: "by", typed: "pri" }],
  ["-in:comp", undefined],
  ["within:comp", undefined],
  ["in:comp sci", undefined],
  ['in:"comp sci"', undefined],
  ["is:unread", undefined],
  ["in:comp:", { sign: "in", typed: "comp:" }],
])("at the end of %j is begun %j", (text, begun) => {
  const word = signAtCaret(text, text.length);
  expect(word && { sign: word.sign, typed: word.typed }).toEqual(begun);
});

test("in the middle of a word nothing is begun", () => {
  expect(signAtCaret("in:comp sci", 5)).toBeUndefined();
  expect(signAtCaret("in:comp sci", 7)?.typed).toBe("comp");
});

const pick = (text: string, value: string, search = "") => {
  const word = signAtCaret(text, text.length) ?? expect.fail("nothing is begun");
  return withChosen({ word, value, text, search, today: options.today });
};

test("what is chosen is a filter beside those there are, and the sign is gone from the words", () => {
  expect(pick("reading  in:inf", "informatics", "?q=reading&kind=need&page=3&new=7")).toEqual({
    to: "/search?q=reading&kind=need&department=informatics",
    words: "reading",
  });
  expect(pick("by:", "priya", "?person=priya")).toEqual({ to: "/search?person=priya", words: "" });
  expect(pick("before:2025", "2025-12", "?from=2025-01-01").to).toBe("/search?from=2025-01-01&to=2025-11-30");
  expect(pick("since:", "2025-12", "?from=2025-01-01").to).toBe("/search?from=2025-12-01");
});

test("departments are found by nickname, colleagues by handle, months by name and number", () => {
  const by = signCompletions(options);
  const found = (sign: keyof typeof by, typed: string) =>
    by[sign].find(typed).map(({ option }) => option.label);
  expect(found("in", "comp")).toEqual(["School of Informatics"]);
  expect(found("in", "")).toEqual(["School of Informatics", "School of Law"]);
  expect(by.in.named).toEqual({ one: "group", many: "groups" });
  expect(found("by", "shah")).toEqual(["Priya Shah"]);
  expect(found("until", "")).toHaveLength(24);
  expect(found("until", "").slice(0, 2)).toEqual(["January 2026", "December 2025"]);
  expect(found("after", "2025-11")).toEqual(["November 2025"]);
  expect(found("tag", "zz")).toEqual([]);
});
