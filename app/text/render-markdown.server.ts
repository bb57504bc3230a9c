import { exceedsBodyLimit } from "./body-limit.ts";
import { cleanText } from "./clean-text.ts";
import { textAsHtml } from "./html-text.ts";
import { isQuickToRender } from "./is-quick-to-render.ts";
import { renderInWorker } from "./markdown-pool.server.ts";
import { type MarkdownOptions, type MarkdownResult, markdownToHtml } from "./markdown-to-html.server.ts";
import { isPlainLine } from "./plain-line.ts";

/** Raise it when the same source would give other HTML or plain text: what is stored is then rendered again. */
export const RENDERER_VERSION = 1;

/** The version of what could not be rendered in time: older than any, so that it is tried once more in a quiet hour. */
const NOT_RENDERED = 0;

export type RenderedText = {
  html: string;
  /** What a reader reads, for the index and previews. */
  plainText: string;
  rendererVersion: number;
  /** The text could not be rendered in time: it stands as it was typed, in paragraphs. */
  fallback: boolean;
};

/** Renders Markdown once, at save. Never throws for anything a person may type, and never holds up the event loop. */
export async function renderMarkdown(source: string, options: MarkdownOptions = {}): Promise<RenderedText> {
  const text = cleanText(source);
  const rendered = await render(text, options);
  if (rendered) return { ...rendered, rendererVersion: RENDERER_VERSION, fallback: false };
  return { html: textAsHtml(text), plainText: text, rendererVersion: NOT_RENDERED, fallback: true };
}

async function render(text: string, options: MarkdownOptions): Promise<MarkdownResult | undefined> {
  if (exceedsBodyLimit(text)) return undefined;
  // What Markdown would make of it anyhow, at a hundredth of the time.
  if (isPlainLine(text)) return { html: `<p>${text}</p>`, plainText: text };
  if (!isQuickToRender(text)) return await renderInWorker({ source: text, options });
  try {
    return markdownToHtml(text, options);
  } catch {
    return undefined;
  }
}
