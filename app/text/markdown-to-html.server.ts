import { Marked, type RendererObject, type TokenizerObject, type Tokens } from "marked";
import { cleanText, withoutUnseen } from "./clean-text.ts";
import { escapeHtml, readableText, safeToNormalise } from "./html-text.ts";
import { safeAddress } from "./safe-address.ts";
import { sanitise } from "./sanitise.server.ts";
import { tagName, tagsInText } from "./tags-in-text.ts";

export type MarkdownOptions = {
  /** Makes each `#tag` a link to its page. */
  linkTags?: boolean;
};
export type MarkdownResult = { html: string; plainText: string };

// 20 kB of ordinary Markdown never grows past this; reference links and wide tables can grow a thousandfold.
const HTML_LIMIT = 400_000;
const NESTING_LIMIT = 40;

/**
 * Markdown to safe HTML and the text a reader reads. Synchronous, and slow on hostile input: `renderMarkdown` runs it
 * where that harms nobody. Throws when the text nests too deep or grows too large.
 */
export function markdownToHtml(source: string, { linkTags = false }: MarkdownOptions = {}): MarkdownResult {
  linkable = new Set(linkTags ? tagsInText(source) : []);
  linkDepth = 0;
  const raw = marked.parse(source, { async: false });
  if (raw.length > HTML_LIMIT) throw new RangeError("the HTML grew too large");
  // References such as &#xE000; can bring back what cleanText took out, hence once more after they are resolved.
  const html = safeToNormalise(withoutUnseen(sanitise(raw)).trim());
  if (nesting(html) > NESTING_LIMIT) throw new RangeError("the text nests too deep");
  return { html, plainText: cleanText(readableText(html)) };
}

let linkable = new Set<string>();
let linkDepth = 0;

const renderer: RendererObject<string, string> = {
  html: ({ text }) => escapeHtml(text),
  // A page has its own outline: a heading in somebody's text is bold, not part of it.
  heading({ tokens }) {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
  },
  code: ({ text }) => `<pre><code>${escapeHtml(text)}\n</code></pre>\n`,
  checkbox: ({ checked }) => (checked ? "\u2611 " : "\u2610 "),
  // An image would tell its host who reads; its description stays.
  image({ text, tokens }) {
    return escapeHtml(tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : text);
  },
  link({ href, text, tokens, autolink }) {
    linkDepth += 1;
    const inner = autolink ? escapeHtml(text) : this.parser.parseInline(tokens);
    linkDepth -= 1;
    // Other references, such as &colon;, are read literally: what is judged is letter for letter what browsers get.
    const address = safeAddress(autolink ? href : href.replaceAll("&amp;", "&"));
    return linkDepth > 0 || address === undefined ? inner : `<a href="${escapeHtml(address)}">${inner}</a>`;
  },
  text(token) {
    if (linkable.size === 0 || linkDepth > 0 || token.type !== "text" || hasTokens(token)) return false;
    return linkTagsIn(token.text.replace(/[<>"']|&(?!#?\w+;)/g, escapeHtml));
  },
};

// Raw HTML is never recognised, so it is text like any other, Markdown in it included.
const tokenizer: TokenizerObject<string, string> = { html: () => undefined, tag: () => undefined };

const marked = new Marked<string, string>({ gfm: true, breaks: true, async: false, renderer, tokenizer });

function hasTokens(token: Tokens.Text | Tokens.Escape): boolean {
  return "tokens" in token && token.tokens !== undefined;
}

function linkTagsIn(html: string): string {
  return html.replace(/(?<!\S)#(\p{L}[\p{L}\p{M}\p{Nd}-]*)/gu, (written, raw: string) => {
    const name = tagName(raw);
    return name && linkable.has(name)
      ? `<a href="/tags/${encodeURIComponent(name)}">${written}</a>`
      : written;
  });
}

function nesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?(?!br|hr)[a-z]/g)) {
    depth += tag.startsWith("</") ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
