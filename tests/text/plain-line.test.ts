import { expect, test } from "vitest";
import { cleanText } from "#app/text/clean-text.ts";
import { markdownToHtml } from "#app/text/markdown-to-html.server.ts";
import { isPlainLine } from "#app/text/plain-line.ts";
import { renderMarkdown } from "#app/text/render-markdown.server.ts";
import { demoInsights } from "#db/demo/content/all-insights.ts";
import { seededRandom } from "#scripts/bench/random.ts";
import { aSeed } from "./a-seed.ts";

/** Whether the shortcut was taken; and what is kept must be what Markdown makes, whether or not. */
async function shortened(source: string): Promise<boolean> {
  const text = cleanText(source);
  const { html, plainText } = await renderMarkdown(source, { linkTags: true });
  const whole = markdownToHtml(text, { linkTags: true });
  expect({ text, html, plainText }).toEqual({ text, ...whole });
  return isPlainLine(text);
}

test("a plain line is kept as Markdown would have made it", async () => {
  const plain = await Promise.all(demoInsights.map(({ body }) => shortened(body)));
  // Else the shortcut would be there for nothing.
  expect(plain.filter(Boolean).length).toBeGreaterThan(demoInsights.length / 2);
  const said = [
    '"Too full by ten", they said (twice) - 5% of £20; isn’t it?',
    "Ἀθῆναι and हिन्दी",
    "3.5 hours",
  ];
  for (const text of said) await shortened(text);
  expect(isPlainLine(said[0] ?? "")).toBe(true);
});

test.each([
  "1. first",
  "12) x",
  "- a",
  "a #tag",
  "www.a.example",
  "See HTTP://a.example",
  "a@b.example",
  "a & b",
  "a*b*c",
  "a\nb",
  "a  \\",
  "x<y",
])("%j is left to Markdown", async (text) => {
  expect(await shortened(text)).toBe(false);
});

const seed = aSeed();
const pieces = [
  ..."abz09 .,;:'\"!?()/%-–’“£é\u0338\u0301漢ह",
  "  ",
  "1.",
  "1)",
  "- ",
  "--",
  "www.",
  "ftp:/",
  "http",
  "://",
  "x.uk",
  "\t",
  "&amp;",
  "#a",
  "*",
];

test(`so is whatever the shortcut takes of lines made at random (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const pick = () => random.pick(pieces);
  const lines = Array.from({ length: 3_000 }, () =>
    Array.from({ length: 1 + random.below(12) }, pick).join(""),
  );
  const plain = lines.filter((line) => isPlainLine(cleanText(line)));
  expect(plain.length).toBeGreaterThan(100);
  for (const line of plain) await shortened(line);
});
