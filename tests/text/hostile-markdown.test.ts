import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "#app/text/render-markdown.server.ts";
import { sanitise } from "#app/text/sanitise.server.ts";
import { aSeed } from "./a-seed.ts";
import { hostileMarkdown } from "./hostile-lists.ts";
import { problemsInHtml } from "./problems-in-html.ts";

const { name, texts } = hostileMarkdown();

describe(`hostile Markdown (${texts.length} texts: ${name})`, () => {
  test.each([{ linkTags: false }, { linkTags: true }])(
    "renders to safe HTML, linkTags $linkTags",
    async (options) => {
      expect(texts.length).toBeGreaterThan(200);
      for (const text of texts) {
        const { html } = await renderMarkdown(text, options);
        expect.soft({ text, problems: problemsInHtml(html) }).toEqual({ text, problems: [] });
        const normalised = problemsInHtml(html.normalize("NFC"));
        expect.soft({ text, normalised }).toEqual({ text, normalised: [] });
        expect.soft(sanitise(html), "a second pass changes nothing").toBe(html);
      }
    },
  );

  test("read as HTML, the sanitiser alone stops it", () => {
    for (const text of texts) {
      const problems = problemsInHtml(sanitise(text)).filter((problem) => dangerous.test(problem));
      expect.soft({ text, problems }).toEqual({ text, problems: [] });
    }
  });
});

// What else it lets through (unmatched tags, links without a destination) the renderer never makes.
const dangerous = /^(?:element|attribute|scheme|.* does not lead)/;

const seed = aSeed();
test(`any arrangement of Markdown's signs renders to safe HTML (seed ${seed})`, async () => {
  const piece = fc.constantFrom(
    ...[
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "!",
      "*",
      "_",
      "`",
      "```",
      "~~",
      "#",
      "\n",
      "\n\n",
      "    ",
      "- ",
      "1. ",
      "> ",
    ],
    ...[
      "|",
      "|-|\n",
      "&",
      "&#x3C;",
      "&lt;",
      '"',
      "'",
      "\\",
      "javascript:",
      "https://",
      "//",
      "/",
      "a",
      "b c",
      "[a]: ",
    ],
    ...[
      "<script>",
      "</p>",
      "onerror=",
      "<img src=x ",
      "<!--",
      "-->",
      "#tag",
      "@x",
      "\u{E000}",
      "\u202E",
      "&#xE001;",
      "\u0338",
      "&#824;",
      " a=b ",
    ],
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  await fc.assert(
    fc.asyncProperty(text, fc.boolean(), async (source, linkTags) => {
      const { html, plainText } = await renderMarkdown(source, { linkTags });
      expect(problemsInHtml(html)).toEqual([]);
      expect(problemsInHtml(html.normalize("NFC"))).toEqual([]);
      expect(sanitise(html)).toBe(html);
      expect(plainText).not.toMatch(/[\u{E000}\u{E001}]/u);
    }),
    { seed, numRuns: 400 },
  );
});
