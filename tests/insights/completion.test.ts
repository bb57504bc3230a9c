import { describe, expect, test } from "vitest";
import { completesAt, textCompletions } from "#app/insights/text-completions.ts";
import { completed, wordAtCaret } from "#app/ui/text-completion.ts";

const completions = textCompletions({
  tags: [
    { name: "open-access", synonyms: ["oa"] },
    { name: "open-textbooks", synonyms: [] },
    { name: "ref", synonyms: ["research-excellence"] },
    ...Array.from({ length: 9 }, (_, at) => ({ name: `reading-${at}`, synonyms: [] })),
  ],
  colleagues: [
    { handle: "priya", name: "Priya Shah", team: "Liaison" },
    { handle: "tom-o", name: "Tom Okafor", team: "Enquiry desk" },
  ],
});

/** The word begun where the bar stands, if one may be finished there. */
function begunIn(written: string): string | undefined {
  const caret = written.indexOf("|");
  const text = written.replace("|", "");
  const word = wordAtCaret(text, caret);
  return word && completesAt(text, word) ? `${word.sign}${word.typed}` : undefined;
}

describe("a word is begun", () => {
  test.each([
    ["#op|", "#op"],
    ["Heard of #op|", "#op"],
    ["One line\n@pri|", "@pri"],
    ["#open-a| and more", "#open-a"],
    ["`code` and #op|", "#op"],
    ["#Größ|", "#Größ"],
  ])("%s", (written, word) => {
    expect(begunIn(written)).toBe(word);
  });

  test.each([
    "#|",
    "#1|",
    "C#op|",
    "mail@priya|",
    "#o|pen",
    "#open |",
    "`#op|`",
    "`#op|",
    "```\n#op|\n```",
    "##op|",
  ])("not in %s", (written) => {
    expect(begunIn(written)).toBeUndefined();
  });
});

test.each([
  ["#", "open", ["open-access", "open-textbooks"]],
  ["#", "oa", ["open-access"]],
  ["#", "research", ["ref"]],
  ["@", "sha", ["priya"]],
  ["@", "tom-o", ["tom-o"]],
  ["@", "enquiry", ["tom-o"]],
  ["@", "nobody", []],
] as const)("%s%s offers %j", (sign, typed, values) => {
  expect(completions[sign].find(typed).map(({ option }) => option.value)).toEqual(values);
});

test("at most six are offered", () => {
  expect(completions["#"].find("reading")).toHaveLength(6);
});

test("a space follows a finished word, once", () => {
  const begun = (text: string) => wordAtCaret(text, 3) ?? expect.fail("nothing is begun");
  expect(completed(begun("#op"), "open-access", "#op")).toBe("#open-access ");
  expect(completed(begun("#op then"), "open-access", "#op then")).toBe("#open-access");
});
