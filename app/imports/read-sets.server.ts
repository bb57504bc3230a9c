import { importLimits } from "./import.ts";
import type { FileRow } from "./read-rows.server.ts";

/** Characters of cells after which a set is full, however few its rows: one transaction stays short. */
const setCharacters = 1_000_000;

/** The rows after the first `from`, a set at a time; the rows before are read past. */
export async function* readSets(rows: AsyncIterable<FileRow>, from: number): AsyncGenerator<FileRow[]> {
  let set: FileRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    if (row.row <= from) continue;
    set.push(row);
    for (const cell of row.cells) characters += cell.length;
    if (set.length < importLimits.setRows && characters < setCharacters) continue;
    yield set;
    set = [];
    characters = 0;
  }
  if (set.length > 0) yield set;
}
