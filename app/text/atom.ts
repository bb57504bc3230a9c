import { escapeHtml } from "./html-text.ts";

type AtomEntry = {
  id: string;
  title: string;
  link: string;
  published: Date;
  updated: Date;
  author: string;
  categories?: readonly string[];
  html: string;
};

export type AtomFeed = {
  id: string;
  title: string;
  /** Where it is itself, and the page it is the feed of. */
  self: string;
  page: string;
  next?: string;
  /** For one without entries. */
  updated: Date;
  /** What relative addresses in the entries are relative to. */
  base: string;
  entries: readonly AtomEntry[];
};

/** A feed as RFC 4287 has it (and RFC 5005 its next page). */
export function writeAtom({ id, title, self, page, next, updated, base, entries }: AtomFeed): string {
  const latest = Math.max(...entries.map((entry) => entry.updated.getTime()), 0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="${xml(base)}">
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${(latest ? new Date(latest) : updated).toISOString()}</updated>
<author><name>Corridor</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
${next ? `<link rel="next" type="application/atom+xml" href="${xml(next)}"/>\n` : ""}${entries.map(writeEntry).join("")}</feed>
`;
}

function writeEntry({
  id,
  title,
  link,
  published,
  updated,
  author,
  categories = [],
  html,
}: AtomEntry): string {
  return `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<published>${published.toISOString()}</published>
<updated>${updated.toISOString()}</updated>
<author><name>${xml(author)}</name></author>
<link rel="alternate" type="text/html" href="${xml(link)}"/>
${categories.map((term) => `<category term="${xml(term)}"/>\n`).join("")}<content type="html">${xml(html)}</content>
</entry>
`;
}

/** Text as XML can hold it: markup escaped, and without the few characters that XML has not. */
export function xml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
  return escapeHtml(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ""));
}
