import { escapeHtml, textAsHtml } from "../text/html-text.ts";
import type { MailBlock, MailWords } from "./mail.ts";

type Written = { text: string; html: string };

// In the head alone: a program that takes it out leaves a plain letter. Colours are the reader's own, so dark stays dark.
const style = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0 auto; max-width: 36em; padding: 1em; font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2 { font-family: Georgia, serif; font-weight: 600; line-height: 1.25; }
h1 { font-size: 1.5em; margin: 0 0 .5em; }
h2 { font-size: 1.2em; margin: 1.5em 0 .5em; border-bottom: 1px solid; padding-bottom: .2em; }
p { margin: 0 0 .75em; }
ul { margin: 0 0 .75em; padding-left: 1.2em; }
li { margin: 0 0 .5em; }
blockquote { margin: 0 0 .75em; border-left: 3px solid; padding-left: 1em; font-family: Georgia, serif; }
hr { margin: 2em 0 1em; }`;

/** A mail's two parts. No pictures, nothing loaded from anywhere, colours left to the reader's own program. */
export function writeMail({ subject, title, blocks, foot }: MailWords, origin: string): Written {
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
${title ? `<h1>${escapeHtml(title)}</h1>\n` : ""}${blocksAsHtml(blocks, origin)}
</main>
<hr>
<footer>
<small>
${blocksAsHtml(foot, origin)}
</small>
</footer>
</body>
</html>
`;
  const head = title ? `${title.toUpperCase()}\n${"=".repeat(title.length)}\n\n` : "";
  return { text: `${head}${inText([...blocks, { says: "-- " }, ...foot], origin)}\n`, html };
}

function inText(blocks: readonly MailBlock[], origin: string): string {
  return blocks.map((block) => asText(block, origin)).join("\n\n");
}

/** Only what is said, for who has a page of their own around it. */
export function blocksAsHtml(blocks: readonly MailBlock[], origin: string): string {
  return blocks
    .map((block) => asHtml(block, origin))
    .join("\n")
    .replaceAll("</ul>\n<ul>\n", "");
}

function asText(block: MailBlock, origin: string): string {
  if ("says" in block) return block.says;
  if ("quotes" in block) return block.quotes.replace(/^/gm, "> ");
  if ("heading" in block) return `${block.heading.toUpperCase()}\n${"-".repeat(block.heading.length)}`;
  if ("item" in block)
    return `* ${block.about ? `${block.about}: ` : ""}${block.item}\n  ${origin}${block.leadsTo}`;
  return `${block.label}:\n${origin}${block.leadsTo}`;
}

function asHtml(block: MailBlock, origin: string): string {
  if ("says" in block) return textAsHtml(block.says);
  if ("quotes" in block) return `<blockquote>${textAsHtml(block.quotes)}</blockquote>`;
  if ("heading" in block) return `<h2>${escapeHtml(block.heading)}</h2>`;
  const link = (words: string) =>
    `<a href="${escapeHtml(`${origin}${block.leadsTo}`)}">${escapeHtml(words)}</a>`;
  if (!("item" in block)) return `<p>${link(block.label)}</p>`;
  const { item, about } = block;
  return `<ul>\n<li>${about ? `${link(about)}: ${escapeHtml(item)}` : link(item)}</li>\n</ul>`;
}
