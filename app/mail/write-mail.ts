import { escapeHtml, textAsHtml } from "../text/html-text.ts";
import type { MailBlock, MailWords } from "./mail.ts";

type Written = { text: string; html: string };

/** A mail's two parts. No pictures, nothing loaded from anywhere, colours left to the reader's own program. */
export function writeMail({ subject, blocks, foot }: MailWords, origin: string): Written {
  const text = [...blocks, { says: "-- " }, ...foot].map((block) => asText(block, origin)).join("\n\n");
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body>
${blocks.map((block) => asHtml(block, origin)).join("\n")}
<hr>
<small>
${foot.map((block) => asHtml(block, origin)).join("\n")}
</small>
</body>
</html>
`;
  return { text: `${text}\n`, html };
}

function asText(block: MailBlock, origin: string): string {
  if ("says" in block) return block.says;
  if ("quotes" in block) return block.quotes.replace(/^/gm, "> ");
  return `${block.label}:\n${origin}${block.leadsTo}`;
}

function asHtml(block: MailBlock, origin: string): string {
  if ("says" in block) return textAsHtml(block.says);
  if ("quotes" in block) return `<blockquote>${textAsHtml(block.quotes)}</blockquote>`;
  return `<p><a href="${escapeHtml(`${origin}${block.leadsTo}`)}">${escapeHtml(block.label)}</a></p>`;
}
