// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
const plain = /^[\x00-\x7f]*$/;

/** Text as full-text search compares it: lower case, without accents. */
export function folded(text: string): string {
  // Most words have no accent to take away, and looking for some takes longest.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Everything an insight is found by in the database: its text, its departments' names and nicknames, its tags; letters
 * and digits alone, as queries are. PostgreSQL's parser looks for addresses, paths and numbers wherever it sees their
 * punctuation, and takes the square of the length over text such as `_1_1_1…` or `/~/~/~…`.
 */
export function searchText(insight: {
  plainText: string;
  departmentNames: readonly string[];
  tagNames: readonly string[];
}): string {
  const texts = [insight.plainText, ...insight.departmentNames, ...insight.tagNames];
  return texts
    .map((text) =>
      folded(text)
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    )
    .join("\n");
}
