import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Highlighted, markedParts } from "#app/text/highlight.tsx";
import { RenderedText } from "#app/text/rendered-text.tsx";
import { aSeed } from "./a-seed.ts";

describe("a highlighted text", () => {
  test("marks what stands between the markers and escapes the rest", () => {
    const text = "<img src=x onerror=alert(1)> \u{E000}Open\u{E001} & \u{E000}<b>access\u{E001}";
    expect(renderToStaticMarkup(<Highlighted text={text} />)).toBe(
      "&lt;img src=x onerror=alert(1)&gt; <mark>Open</mark> &amp; <mark>&lt;b&gt;access</mark>",
    );
  });

  test.each([
    ["no markers", "open access", [{ text: "open access", marked: false }]],
    [
      "a match cut off at the end",
      "open \u{E000}acc",
      [
        { text: "open ", marked: false },
        { text: "acc", marked: true },
      ],
    ],
    ["an end without a start", "open\u{E001} access", [{ text: "open access", marked: false }]],
    ["matches side by side", "\u{E000}a\u{E001}\u{E000}b\u{E001}", [{ text: "ab", marked: true }]],
    ["nothing between", "\u{E000}\u{E001}", []],
  ])("%s", (_case, text, parts) => {
    expect(markedParts(text)).toEqual(parts);
  });

  const seed = aSeed();
  test(`loses nothing but the markers (seed ${seed})`, () => {
    const text = fc
      .array(fc.constantFrom("\u{E000}", "\u{E001}", "a", "<b>", " "))
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (source) => {
        const parts = markedParts(source);
        expect(parts.map((part) => part.text).join("")).toBe(source.replace(/[\u{E000}\u{E001}]/gu, ""));
        expect(
          parts.every((part, place) => part.text !== "" && part.marked !== parts[place + 1]?.marked),
        ).toBe(true);
      }),
      { seed },
    );
  });
});

test("rendered text stands in its own element", () => {
  expect(renderToStaticMarkup(<RenderedText html="<p>a</p>" />)).toBe('<div class="prose"><p>a</p></div>');
});
