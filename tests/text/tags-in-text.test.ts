import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mentionsInText, tagName, tagsInText } from "#app/text/tags-in-text.ts";
import { aSeed } from "./a-seed.ts";

describe("tags in a text", () => {
  test.each<[string, string, string[]]>([
    ["at the start, after a space, after a line break", "#open #access\n#now", ["open", "access", "now"]],
    ["lower-case, each once, in order", "#Open-Access #rdm #OPEN-access", ["open-access", "rdm"]],
    ["up to the first other character", "#rdm, #ref. #oa!", ["rdm", "ref", "oa"]],
    ["not inside a word or address", "a#b (#c) https://a.example/#d", []],
    ["a letter first", "#1st #-a #5g #g5", ["g5"]],
    [
      "letters of any script",
      "#Größe #библиотека #हिन्दी #図書館",
      ["größe", "библиотека", "हिन्दी", "図書館"],
    ],
    ["composed, whichever way it was typed", "#cafe\u0301 #café", ["café"]],
    ["at most forty characters", `#${"a".repeat(40)} #${"b".repeat(41)}`, ["a".repeat(40)]],
    ["no hyphen at the end", "#open- #a--b", ["open", "a-b"]],
    ["a heading is not a tag", "# heading\n## another", []],
    ["not in a code span", "`#a` ``b ` #c`` #d", ["d"]],
    ["a lone backtick opens nothing", "it`s #a", ["a"]],
    ["nor does an escaped one", "\\`#a #b\\`", ["b"]],
    ["a code span ends with its paragraph", "a ` #b\n\n #c ` d", ["b", "c"]],
    ["not in a fenced block", "```js\n#a\n```\n#b\n~~~\n#c\n```\n#d\n~~~~\n#e", ["b", "e"]],
    ["not in a block left open", "text\n```\n#a", []],
    ["not in a block in a quotation or a list", "> ```\n> #a\n> ```\n- ```\n  #b\n  ```\n#c", ["c"]],
    ["not in an indented block", "text\n\n    #a\n\n#b", ["b"]],
    ["but in a paragraph that goes on indented", "text\n    #a", ["a"]],
    ["and in an indented part of a list item", "- text\n\n    #a", ["a"]],
  ])("%s", (_rule, text, tags) => {
    expect(tagsInText(text)).toEqual(tags);
  });

  test("mentions follow the same rule", () => {
    expect(mentionsInText("@Priya and @jo-b, not a@example.org or `@c`")).toEqual(["priya", "jo-b"]);
  });

  const seed = aSeed();
  test(`whatever is found is a tag as it would be typed into the field (seed ${seed})`, () => {
    const piece = fc.constantFrom(
      "#",
      " ",
      "\n",
      "`",
      "```",
      "a",
      "B",
      "é",
      "e\u0301",
      "İ",
      "1",
      "-",
      "_",
      "\t",
      "    ",
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (source) => {
        const tags = tagsInText(source);
        for (const tag of tags) {
          expect(tagName(tag)).toBe(tag);
          expect(tagsInText(`see #${tag}.`)).toEqual([tag]);
        }
        expect(new Set(tags).size).toBe(tags.length);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

describe("a tag as somebody types it", () => {
  test.each([
    [" Open Access", "open-access"],
    ["#RDM", "rdm"],
    ["open_access", "open-access"],
    ["Teaching  –  no", undefined],
    ["5G", undefined],
    ["c++", undefined],
    ["", undefined],
    ["a".repeat(41), undefined],
    ["<script>", undefined],
  ])("%j is %j", (raw, tag) => {
    expect(tagName(raw)).toBe(tag);
  });
});
