// What a spreadsheet takes for the start of a formula, full-width forms included, behind any apostrophes of ours.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell no spreadsheet takes for a formula: an apostrophe stands before what would be one. */
export function neutralCell(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `neutralCell`. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** One line of a CSV file: every cell neutral and in quotation marks, CRLF at its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${neutralCell(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
}
