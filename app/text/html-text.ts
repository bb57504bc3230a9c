const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");
}

/**
 * Takes out the combining stroke after a tag: whoever normalised such HTML to NFC would turn the tag's end into another
 * character and the text into attributes.
 */
export function safeToNormalise(html: string): string {
  return html.replace(/>\u0338+/g, ">");
}

/** Any text as paragraphs and line breaks, nothing in it read as markup. */
export function textAsHtml(text: string): string {
  const paragraphs = text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll("\n", "<br />")}</p>`);
  return safeToNormalise(paragraphs.join("\n"));
}

const characters: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/**
 * What a reader of our own sanitised HTML reads, one line a block. Only for that HTML: it relies on `<` and `>` being
 * escaped everywhere but in tags, and on the four entities that the sanitiser writes.
 */
export function readableText(html: string): string {
  const text = html
    .replace(/<br \/>\n?|<hr \/>|<\/(?:p|li|tr|pre|blockquote)>/g, "\n")
    .replace(/<(?:ul|ol|pre|blockquote)\b/g, "\n$&")
    .replace(/<\/t[dh]>\n?/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => characters[entity] ?? entity);
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .trim();
}
