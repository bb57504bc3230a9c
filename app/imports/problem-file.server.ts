import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { importProblems } from "#db/schema/imports.server.ts";
import { csvLine } from "../text/csv-cell.ts";
import { ownColumns } from "./row-key.server.ts";

const page = 500;

/**
 * The refused rows as a CSV file, a page at a time: what was wrong, then every cell as it came, so that it can be put
 * right and brought in again. No cell is a formula to a spreadsheet.
 */
export async function* problemFile({
  id,
  headings,
}: {
  id: string;
  headings: readonly string[];
}): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...ownColumns, ...headings])}`;
  let after = -1;
  for (;;) {
    const rows = await db
      .select({ row: importProblems.row, problem: importProblems.problem, cells: importProblems.cells })
      .from(importProblems)
      .where(and(eq(importProblems.importId, id), gt(importProblems.row, after)))
      .orderBy(asc(importProblems.row))
      .limit(page);
    const lines = rows.map(({ row, problem, cells }) => csvLine([String(row), problem, ...cells]));
    if (lines.length > 0) yield lines.join("");
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last.row;
  }
}
