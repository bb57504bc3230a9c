import { z } from "zod";
import { enquiryKinds } from "../desk/enquiry.ts";
import { columnNames, dateOrders, encodings, separators } from "./import-mapping.ts";

/** What a column of a file of enquiries can be, in the order the page asks. */
export const enquiryColumns = [
  "askedOn",
  "department",
  "source",
  "kind",
  "directional",
  "effort",
  "count",
  "externalId",
] as const;
export type EnquiryColumn = (typeof enquiryColumns)[number];

export const enquiryColumnNames: Record<EnquiryColumn, { label: string; hint?: string }> = {
  askedOn: { label: "Day", hint: "Required." },
  department: { label: "Department", hint: "By name, nickname or old name. Empty: not known." },
  source: { label: "Where it came in", hint: "A desk, the chat. One nobody has named yet is added." },
  kind: { label: "What it was about" },
  directional: { label: "Directional or not", hint: "Yes or no, where the file has it apart." },
  effort: { label: "Effort (READ scale)", hint: "1 to 6. Empty: not noted." },
  count: { label: "How many", hint: "Empty: one." },
  externalId: { label: "Number in the old system", hint: "Knows a row again however the file changes." },
};

const headings: Record<EnquiryColumn, readonly string[]> = {
  askedOn: ["Day", "Date", "Question Date", "Asked On", "Date Asked", "Created", "Timestamp", "Start Date"],
  department: ["Department", "Patron Department", "School", "Faculty", "College", "Organisation", "Group"],
  source: ["Where", "Desk", "Location", "Library", "Service Point", "Source", "Mode", "Question Source"],
  kind: ["Kind", "Question Type", "Type", "Transaction Type", "Category", "Topic"],
  directional: ["Directional"],
  effort: ["Effort", "READ", "READ Scale", "READ Level", "Difficulty"],
  count: ["Count", "Number of questions", "How many", "Quantity", "Tally", "Total"],
  externalId: ["ID", "Transaction ID", "Ticket ID", "Question ID", "Number"],
};

const short = z.string().max(200);

/** Which column means what, and how a file of enquiries is to be read. */
export const enquiryMapping = z.strictObject({
  columns: z.partialRecord(z.enum(enquiryColumns), short).default({}),
  defaults: z
    .strictObject({
      source: z.string().max(80).default(""),
      kind: z.enum(enquiryKinds).default("other"),
    })
    .prefault({}),
  /** A department or kind nobody knows here is left open instead of refusing its row. */
  lenient: z.boolean().default(false),
  dates: z.enum(dateOrders).default("dmy"),
  encoding: z.enum(encodings).default("utf-8"),
  separator: z.enum(separators).default(","),
});

export type EnquiryMapping = z.output<typeof enquiryMapping>;

/** The columns a file's headings suggest. */
export function guessEnquiryColumns(names: readonly string[]): EnquiryMapping["columns"] {
  const columns: EnquiryMapping["columns"] = {};
  const taken = new Set<string>();
  for (const meaning of enquiryColumns) {
    const found = headings[meaning]
      .map((wanted) => columnNames(names).find((name) => plain(name) === plain(wanted) && !taken.has(name)))
      .find((name) => name !== undefined);
    if (!found) continue;
    columns[meaning] = found;
    taken.add(found);
  }
  return columns;
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What is still missing before a file can be read with this mapping, by field. */
export function enquiryMappingProblems({
  columns,
  defaults,
}: EnquiryMapping): Partial<Record<EnquiryColumn, string>> {
  return {
    ...(!columns.askedOn && { askedOn: "Choose the column that holds the day" }),
    ...(!columns.source && !defaults.source && { source: "Choose a column, or one place for all rows" }),
  };
}
