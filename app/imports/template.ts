import { csvLine } from "../text/csv-cell.ts";

const heading = [
  "Text",
  "Departments",
  "Channel",
  "Date heard",
  "Tags",
  "Author",
  "Kind",
  "Basis",
  "Who may see it",
  "Number",
];

/** A CSV file with every heading and one row to write over; the byte order mark is for spreadsheets. */
export function templateFile(example: { department: string; channel: string; author: string }): string {
  const row = [
    "Would like reading lists to open as one page on a phone.",
    example.department,
    example.channel,
    "2024-11-03",
    "reading-lists; mobile",
    example.author,
    "Need",
    "Reported",
    "All staff",
    "1",
  ];
  return `\uFEFF${csvLine(heading)}${csvLine(row)}`;
}
