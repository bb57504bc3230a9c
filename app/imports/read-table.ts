import { type CsvError, parse } from "csv-parse/sync";
import { recogniseSeparator } from "./recognise-separator.ts";

/** A row of a small table, counted from 1 after the heading: what stands in each column that we know. */
export type TableRow = { row: number; cells: Record<string, string> };

/** The heading each of our columns may have, in small letters. */
export type Columns = Record<string, readonly string[]>;

const mostTableRows = 1_000;

/** Text as a table by its first line, or why it is none. Columns that nobody asked for are left out. */
export function readTable(text: string, columns: Columns): { rows: TableRow[] } | { problem: string } {
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter: recogniseSeparator(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 20_000,
    });
  } catch (error) {
    const line = (error as CsvError).lines;
    return {
      problem: `The table could not be read${line ? ` near line ${line}` : ""}: is a quotation mark open?`,
    };
  }
  const [heading = [], ...lines] = records;
  const known = heading.map((cell) => cell.trim().toLowerCase());
  const places = Object.entries(columns).map(([name, headings]) => {
    return [name, known.findIndex((cell) => cell === name.toLowerCase() || headings.includes(cell))] as const;
  });
  const [first] = places;
  if (!first || first[1] < 0)
    return { problem: `The first line must name the columns: there is no “${first?.[0] ?? "name"}”` };
  if (lines.length > mostTableRows)
    return { problem: `At most ${mostTableRows.toLocaleString("en-GB")} rows at once` };
  const rows = lines.map((cells, at) => ({
    row: at + 1,
    cells: Object.fromEntries(
      places.map(([name, place]) => [name, place < 0 ? "" : (cells[place] ?? "").trim()]),
    ),
  }));
  return { rows };
}
