import { csvLine } from "#app/text/csv-cell.ts";

const heading = ["Text", "Departments", "Channel", "Date heard", "Tags", "Number"];
const things = [
  "reading lists",
  "the reading room",
  "text mining",
  "5G",
  "open access",
  "wellbeing dogs",
  "REF",
];

/** Every 33rd row cannot be posted: 3 in a hundred. */
function isBroken(row: number): boolean {
  return row % 33 === 7;
}

export function brokenAmong(rows: number): number {
  return Array.from({ length: rows }, (_, at) => isBroken(at + 1)).filter(Boolean).length;
}

/** A file of so many rows about these departments, with every kind of broken row in it, a piece at a time. */
export function* manyRows(rows: number, slugs: readonly string[]): Generator<Buffer> {
  let piece = csvLine(heading);
  for (let row = 1; row <= rows; row += 1) {
    const thing = things[row % things.length] ?? "";
    const wrong = isBroken(row) ? row % 4 : -1;
    piece += csvLine([
      wrong === 0
        ? ""
        : `Heard in corridor ${row}: colleagues ask about **${thing}** again, and whether we could help them with it. #${thing.replaceAll(" ", "-")}`,
      wrong === 1 ? "Department of Nowhere" : (slugs[row % slugs.length] ?? ""),
      wrong === 2 ? "by pigeon" : "coffee",
      wrong === 3 ? "31/02/2024" : `${(row % 28) + 1}/${(row % 12) + 1}/2023`,
      `theme ${row % 40}; old notes`,
      String(row),
    ]);
    if (piece.length > 60_000) {
      yield Buffer.from(piece);
      piece = "";
    }
  }
  yield Buffer.from(piece);
}
