/** Text as full-text search compares it: lower case, without accents. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Everything an insight is found by in the database: its text, its departments' names and nicknames, its tags. */
export function searchText(insight: {
  plainText: string;
  departmentNames: readonly string[];
  tagNames: readonly string[];
}): string {
  const tags = insight.tagNames.map((name) => `${name} ${name.replaceAll("-", " ")}`);
  return folded([insight.plainText, ...insight.departmentNames, ...tags].join("\n"));
}
