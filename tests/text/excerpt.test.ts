import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt } from "#app/text/excerpt.ts";
import { aSeed } from "./a-seed.ts";
import { ownWork } from "./own-work.ts";

describe("an excerpt", () => {
  test.each([
    ["a short text is whole, on one line", "They want\n\ntraining ", 40, "They want training"],
    ["a text of just that length is whole", "They want training", 18, "They want training"],
    ["a long one is cut between words", "They want training in the autumn", 20, "They want training…"],
    ["without the comma before the cut", "They want training, soon and often", 21, "They want training…"],
    ["in the middle of a very long word", "https://a.example/a/very/long/address", 12, "https://a.e…"],
    ["never inside a character", "👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬", 3, "👩🏽‍🔬👩🏽‍🔬…"],
    ["nor before a combining mark", "e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"],
    ["a text of nothing is nothing", " \n ", 10, ""],
  ])("%s", (_rule, text, limit, expected) => {
    expect(excerpt(text, limit)).toBe(expected);
  });

  const seed = aSeed();
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  test(`is never longer than asked for, and begins as the text does (seed ${seed})`, () => {
    const piece = fc.constantFrom(
      "a",
      "word",
      " ",
      "\n",
      ",",
      "–",
      "é",
      "e\u0301",
      "図",
      "👩🏽‍🔬",
      "🇬🇧",
      "अि",
      "\u200F",
    );
    const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (source, limit) => {
        const short = excerpt(source, limit);
        const line = source.replace(/\s+/g, " ").trim();
        expect([...graphemes.segment(short)].length).toBeLessThanOrEqual(limit);
        expect(short === line || (short.endsWith("…") && line.startsWith(short.slice(0, -1)))).toBe(true);
        if ([...graphemes.segment(line)].length <= limit) expect(short).toBe(line);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test("reads no further than it must", async () => {
    const text = `a${"\u0301".repeat(1_000_000)}`;
    const work = await ownWork(() => {
      for (let times = 0; times < 200; times += 1) excerpt(text, 200);
    });
    expect(work).toBeLessThan(2_000);
  });
});
