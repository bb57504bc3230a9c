import { z } from "zod";
import { bases, insightKinds, visibilities } from "../insights/insight.ts";
import { cutTo } from "../text/clean-text.ts";

/** What a column of a file can be, in the order the page asks. */
export const columnMeanings = [
  "body",
  "more",
  "departments",
  "channel",
  "heardOn",
  "tags",
  "author",
  "kind",
  "basis",
  "visibility",
  "externalId",
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

export const meaningNames: Record<ColumnMeaning, { label: string; hint?: string }> = {
  body: { label: "Text", hint: "What was heard. Required." },
  more: { label: "More text", hint: "Put under the text as a paragraph of its own: an answer, a note." },
  departments: { label: "Departments", hint: "By name, nickname or old name; several with ; between them." },
  channel: { label: "Channel", hint: "How it was heard." },
  heardOn: { label: "Date heard", hint: "Without one: today." },
  tags: { label: "Tags", hint: "Several with ; or , between them." },
  author: { label: "Author", hint: "By e-mail address, name or handle. Nobody found: you." },
  kind: { label: "Kind" },
  basis: { label: "Basis" },
  visibility: { label: "Who may see it" },
  externalId: { label: "Number in the old system", hint: "Knows a row again however its words change." },
};

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];
export const encodingNames: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16, little-endian",
  "utf-16be": "UTF-16, big-endian",
  "windows-1252": "Windows-1252 (older Excel)",
};

export const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];
export const separatorNames: Record<Separator, string> = { ",": "Comma", ";": "Semicolon", "\t": "Tab" };

/** How 03/04/2024 is read; what can only be read one way is read that way whatever stands here. */
export const dateOrders = ["dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];
export const dateOrderNames: Record<DateOrder, string> = {
  dmy: "Day first: 03/04 is 3 April",
  mdy: "Month first: 03/04 is 4 March",
};

/** What a row that names a department or channel like this gets instead: an existing one, or to be left out. */
export const leftOut = "-";

const short = z.string().max(200);
const meaning = z.strictObject({
  of: z.enum(["departments", "channel"]),
  value: short,
  means: z.string().max(80),
});

/** Which column means what, and how the file is to be read: what is kept with an import and under a name. */
export const importMapping = z.strictObject({
  /** Whose numbers the old system's are: the same file from the same place posts nothing twice. */
  scope: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .default("file"),
  columns: z.partialRecord(z.enum(columnMeanings), short).default({}),
  defaults: z
    .strictObject({
      department: z.string().max(80).default(""),
      channel: z.string().max(80).default(""),
      kind: z.enum(insightKinds).default("observation"),
      basis: z.enum(bases).default("reported"),
      visibility: z.enum(visibilities).default("staff"),
    })
    .prefault({}),
  dates: z.enum(dateOrders).default("dmy"),
  encoding: z.enum(encodings).default("utf-8"),
  separator: z.enum(separators).default(","),
  meanings: z.array(meaning).max(500).default([]),
});

export type ImportMapping = z.output<typeof importMapping>;

/** The names columns go by: blank ones numbered, a name that comes twice told apart. */
export function columnNames(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, position) => {
    const name = cutTo(180, heading.trim()) || `Column ${position + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** What is still missing before a file can be read with this mapping, by field. */
export function mappingProblems(mapping: ImportMapping): Partial<Record<ColumnMeaning, string>> {
  const { columns, defaults } = mapping;
  return {
    ...(!columns.body && { body: "Choose the column that holds the text" }),
    ...(!columns.departments &&
      !defaults.department && { departments: "Choose a column, or one department for all rows" }),
    ...(!columns.channel && !defaults.channel && { channel: "Choose a column, or one channel for all rows" }),
  };
}
