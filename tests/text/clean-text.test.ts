import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanText } from "#app/text/clean-text.ts";
import { aSeed } from "./a-seed.ts";
import { hostileMarkdown } from "./hostile-lists.ts";

describe("clean text", () => {
  test.each([
    ["line ends become line feeds", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["a word processor's soft line break is a line feed", "a\vb\fc\u0085d\u2028e", "a\nb\nc\nd\ne"],
    ["tabs stay", "a\tb", "a\tb"],
    ["control characters go", "a\u0000b\u001B[31mc\u007Fd\u009Fe", "ab[31mcde"],
    ["halves of surrogate pairs go, whole ones stay", "a\uD83Db\uDE00c😀", "abc😀"],
    ["the markers of search highlights go", "\u{E000}a\u{E001}", "a"],
    ["other private-use characters stay", "\uF8FF", "\uF8FF"],
    ["controls that turn the order of the text go", "a\u202Eb\u2066c\u2069d", "abcd"],
    ["marks that right-to-left prose needs stay", "א\u200Fb\u061C", "א\u200Fb\u061C"],
    ["joiners of emoji stay", "👩🏽‍🔬", "👩🏽‍🔬"],
    ["letters are composed", "Zoe\u0308", "Zoë"],
    ["what the removal brings together is composed too", "e\u0000\u0301", "é"],
    ["the ends are trimmed", " \uFEFF\n a \u00A0\n", "a"],
  ])("%s", (_rule, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  test("a line has no line break and single spaces", () => {
    expect(cleanLine(" Open\r\n  \t access\u00A0now ")).toBe("Open access now");
  });

  test.each(["\u200B", "\u2060\u00AD", "\u3164", "\u115F \uFFA0", "\u2800", "\u0301"])(
    "a line nobody could see is empty: %j",
    (raw) => expect(cleanLine(raw)).toBe(""),
  );

  test.each(["👩🏽‍🔬", "#", "می‌خواهم", "X\u200B"])("what can be seen stays a line: %s", (raw) =>
    expect(cleanLine(raw)).toBe(raw),
  );

  const { name, texts } = hostileMarkdown();
  test(`nothing hostile is left (${name})`, () => {
    for (const text of texts) expectClean(cleanText(text));
  });

  const seed = aSeed();
  test(`any text becomes clean, and is then left alone (seed ${seed})`, () => {
    const unit = fc.oneof(
      fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom("\r", "\n", "\u0301", "\u202E", "\u{E000}", "\uFEFF", "\u0000", " ", "👩🏽‍🔬"),
    );
    const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(""));
    fc.assert(
      fc.property(text, (raw) => {
        const clean = cleanText(raw);
        expectClean(clean);
        expect(cleanText(clean)).toBe(clean);
        expect(cleanLine(cleanLine(raw))).toBe(cleanLine(raw));
        expect(cleanLine(raw)).not.toMatch(/[\n\t]|\s\s/);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

function expectClean(text: string): void {
  expect(text).toBe(text.normalize("NFC"));
  expect(text).toBe(text.trim());
  expect(text).not.toMatch(/\p{Surrogate}/u);
  expect(text).not.toMatch(/[\uE000\uE001\u202A-\u202E\u2066-\u2069]/);
  expect(text.replace(/[\t\n]/g, "")).not.toMatch(/\p{Cc}/u);
}
