import { describe, expect, test } from "vitest";
import { renderInWorker } from "#app/text/markdown-pool.server.ts";
import { markdownToHtml } from "#app/text/markdown-to-html.server.ts";
import { RENDERER_VERSION, renderMarkdown } from "#app/text/render-markdown.server.ts";

const rel = 'rel="noopener noreferrer ugc"';

describe("Markdown", () => {
  test.each([
    ["paragraphs and line breaks", "a\nb\n\nc", "<p>a<br />b</p>\n<p>c</p>", "a\nb\nc"],
    ["emphasis", "*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <del>c</del></p>", "a b c"],
    [
      "a heading is bold, outside the page's outline",
      "# A *b*",
      "<p><strong>A <em>b</em></strong></p>",
      "A b",
    ],
    ["code is left as it is", "`<b> #a`", "<p><code>&lt;b&gt; #a</code></p>", "<b> #a"],
    [
      "a block of code",
      "```js\na < b\n\n  c\n```",
      "<pre><code>a &lt; b\n\n  c\n</code></pre>",
      "a < b\n  c",
    ],
    ["a quotation", "> a", "<blockquote>\n<p>a</p>\n</blockquote>", "a"],
    ["a numbered list", "3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>', "a\nb"],
    ["things to do", "- [x] a\n- [ ] b", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>", "☑ a\n☐ b"],
    [
      "a link",
      "[a](https://a.example/?b=1&c=2)",
      `<p><a href="https://a.example/?b=1&amp;c=2" ${rel}>a</a></p>`,
      "a",
    ],
    ["a link without its title", '[a](/insights/1 "t")', `<p><a href="/insights/1" ${rel}>a</a></p>`, "a"],
    [
      "an address",
      "www.a.example",
      `<p><a href="http://www.a.example" ${rel}>www.a.example</a></p>`,
      "www.a.example",
    ],
    [
      "a mail address",
      "jo@a.example",
      `<p><a href="mailto:jo@a.example" ${rel}>jo@a.example</a></p>`,
      "jo@a.example",
    ],
    [
      "a link we refuse keeps its words",
      "[a *b*](javascript:alert%281%29) [c](//d)",
      "<p>a <em>b</em> c</p>",
      "a b c",
    ],
    ["a relative address is refused", "[a](settings) [b](../x)", "<p>a b</p>", "a b"],
    ["an image keeps its description", "![a *b*](https://a.example/i.png)", "<p>a b</p>", "a b"],
    [
      "HTML is text",
      "<b>a</b> <!-- b -->",
      "<p>&lt;b&gt;a&lt;/b&gt; &lt;!-- b --&gt;</p>",
      "<b>a</b> <!-- b -->",
    ],
    ["HTML hides no Markdown", "<pre>*a*</pre>", "<p>&lt;pre&gt;<em>a</em>&lt;/pre&gt;</p>", "<pre>a</pre>"],
    ["references are characters", "&copy; &amp; &#65; &lt;", "<p>© &amp; A &lt;</p>", "© & A <"],
    ["R&D is R&D", "R&D AT&T;", "<p>R&amp;D AT&amp;T;</p>", "R&D AT&T;"],
    ["nothing", " \n ", "", ""],
  ])("%s", async (_what, source, html, plainText) => {
    const rendered = await renderMarkdown(source);
    expect(rendered).toEqual({ html, plainText, rendererVersion: RENDERER_VERSION, fallback: false });
  });

  test("a table is read row by row", async () => {
    const { html, plainText } = await renderMarkdown("| a | b |\n|---|--:|\n| 1 | 2 |");
    expect(html).toContain('<th scope="col">a</th>');
    expect(html).not.toContain("align");
    expect(plainText).toBe("a b\n1 2");
  });

  test("what references bring back is taken out of the HTML and the plain text", async () => {
    const { html, plainText } = await renderMarkdown("a&#xE000;b&#x202E;c&#0;d");
    expect(html).not.toMatch(/[\u{E000}\u202E\0]/u);
    expect(plainText).toBe("abc\uFFFDd");
  });

  test("is rendered alike here and in a thread", async () => {
    const source = "**a** #b [c](/d)\n\n- e &amp; <f>";
    expect(await renderInWorker({ source, options: { linkTags: true } })).toEqual(
      markdownToHtml(source, { linkTags: true }),
    );
  });
});

describe("when Markdown cannot be rendered", () => {
  test.each([
    ["too large", `${"a".repeat(20_001)}`],
    ["nested too deep to be sent anywhere", "1. ".repeat(22)],
    ["nested too deep for a thread", `${"> ".repeat(3_000)}a`],
    ["too slow", "_a".repeat(9_900)],
  ])("a text %s stands as it was typed", async (_what, source) => {
    const rendered = await renderMarkdown(`${source}\n<b> & c\n\nd`);
    expect(rendered.fallback).toBe(true);
    expect(rendered.html.endsWith("<br />&lt;b&gt; &amp; c</p>\n<p>d</p>")).toBe(true);
    expect(rendered.plainText.endsWith("<b> & c\n\nd")).toBe(true);
  });
});

describe("tags as links", () => {
  test.each([
    ["as written, to the tag's page", "#Open-Access, #rdm", "Open-Access", "/tags/open-access"],
    ["of any script", "a #Größe", "Größe", "/tags/gr%C3%B6%C3%9Fe"],
  ])("%s", async (_what, source, words, address) => {
    const { html } = await renderMarkdown(source, { linkTags: true });
    expect(html).toContain(`<a href="${address}" ${rel}>#${words}</a>`);
  });

  test("not in code, links or words, and only when asked for", async () => {
    const { html } = await renderMarkdown("#a `#a` [x #a](/b) c#a", { linkTags: true });
    expect(html).toBe(
      `<p><a href="/tags/a" ${rel}>#a</a> <code>#a</code> <a href="/b" ${rel}>x #a</a> c#a</p>`,
    );
    expect((await renderMarkdown("#a")).html).toBe("<p>#a</p>");
  });
});
