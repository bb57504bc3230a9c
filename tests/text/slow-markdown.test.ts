import fc from "fast-check";
import { expect, test } from "vitest";
import { isQuickToRender } from "#app/text/is-quick-to-render.ts";
import { renderMarkdown } from "#app/text/render-markdown.server.ts";
import { tagsInText } from "#app/text/tags-in-text.ts";
import { aSeed } from "./a-seed.ts";
import { slowMarkdown } from "./hostile-lists.ts";
import { leastOwnWork, ownWork } from "./own-work.ts";

const { name, texts } = slowMarkdown();

test(`slow Markdown is answered in time and holds up nobody (${texts.length} texts: ${name})`, {
  timeout: 120_000,
}, async () => {
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) {
    const shape = text.slice(0, 40);
    const began = performance.now();
    const work = await ownWork(async () => {
      const { html, fallback } = await renderMarkdown(text);
      if (fallback) expect.soft(html, shape).toMatch(/^<p>/);
    });
    expect.soft(work, shape).toBeLessThan(200);
    // The box is 250 ms of work, 2 s by the clock; starting a thread anew may come on top.
    expect.soft(performance.now() - began, shape).toBeLessThan(10_000);
  }
});

test("a text far over the limit is kept as it is, in linear time", async () => {
  const work = await ownWork(async () => {
    const { html, fallback } = await renderMarkdown("_a <b>\n\n".repeat(250_000));
    expect(fallback).toBe(true);
    expect(html.startsWith("<p>_a &lt;b&gt;</p>\n<p>_a &lt;b&gt;</p>")).toBe(true);
  });
  expect(work).toBeLessThan(5_000);
});

test("what grows out of proportion is kept as it is", async () => {
  const address = `[a]: https://a.example/${"x".repeat(1_900)}\n\n`;
  const { fallback } = await renderMarkdown(address + "[a] ".repeat(4_000));
  expect(fallback).toBe(true);
});

const seed = aSeed();
test(`what is rendered where we stand is quick however it is arranged (seed ${seed})`, async () => {
  const plain = fc.constantFrom(
    ...["a", " ", "1", "!", "(", ")", ":", ".", "a.b", "www.", "http://", "https://a.b/", "%", "’"],
  );
  const sign = fc.constantFrom(
    ...["\n", "\n\n", "- ", "1. ", "*", "_", "[", "](", "`", "@", "<", "&a;", "|", "[a]: b\n", "\t", "> "],
  );
  const run = (unit: fc.Arbitrary<string>, most: number) =>
    fc.tuple(unit, fc.integer({ min: 1, max: most })).map(([text, times]) => text.repeat(times));
  const text = fc
    .array(fc.oneof(run(plain, 2_000), run(sign, 24)), { maxLength: 12 })
    .map((pieces) => pieces.join("").slice(0, 2_000))
    .filter(isQuickToRender);
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      expect(await leastOwnWork(() => renderMarkdown(source), 100)).toBeLessThan(100);
    }),
    { seed, numRuns: 1_000 },
  );
});

test.each(["`", "` ", "``a", "~~~\n", "```a`\n", "#a ", "    \n", "\\`", " ", "\n", "> - `", "a#"])(
  "tags are found in linear time in %j",
  async (unit) => {
    expect(await ownWork(() => tagsInText(unit.repeat(100_000)))).toBeLessThan(2_000);
  },
);
