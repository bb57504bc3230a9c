import { createHash } from "node:crypto";

/** Columns of our own in the file of refused rows: no part of what a row says. */
export const ownColumns: ReadonlySet<string> = new Set(["Corridor row", "Corridor problem"]);

type Row = { scope: string; id: string; cells: readonly string[] };

/** What a row is known by again: its number in the old system, or else everything it says. */
export function rowKey({ scope, id, cells }: Row): string {
  const what = id ? ["id", scope, id] : ["row", scope, ...cells];
  return `import:${createHash("sha256").update(JSON.stringify(what)).digest("base64url")}`;
}
