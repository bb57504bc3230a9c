export type Written = { q: string; phrases: readonly string[]; excluded: readonly string[] };

/** The text of the box that asks for these words again. */
export function writeQuery({ q, phrases, excluded }: Written): string {
  const without = excluded.map((one) => (/[\s:]/.test(one) ? `-"${one}"` : `-${one}`));
  return [q, ...phrases.map((one) => `"${one}"`), ...without].filter((part) => part !== "").join(" ");
}
