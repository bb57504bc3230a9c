import {
  type ColumnMeaning,
  columnMeanings,
  columnNames,
  type ImportMapping,
  importMapping,
} from "./import-mapping.ts";
import { slugOfName } from "./scope.ts";

type Preset = {
  name: string;
  /** By which headings each meaning goes there, most usual first; compared without case, spaces and signs. */
  headings: Partial<Record<ColumnMeaning, readonly string[]>>;
  channel?: string;
};

/**
 * What each place calls its columns. Libraries rename fields in all three systems, so these are beginnings to look over on
 * screen, not definitions. Fields as the vendors' own guides name them: https://ask.springshare.com/libconnect/faq/716,
 * https://refh34.altarama.com (Data extract; RefTracker fields for data collection).
 */
const presets: readonly Preset[] = [
  {
    name: "Corridor template",
    headings: {
      body: ["Text"],
      departments: ["Departments"],
      channel: ["Channel"],
      heardOn: ["Date heard"],
      tags: ["Tags"],
      author: ["Author"],
      kind: ["Kind"],
      basis: ["Basis"],
      visibility: ["Who may see it"],
      externalId: ["Number"],
    },
  },
  {
    name: "LibAnswers",
    headings: {
      body: ["Question", "Question Details", "Pquestion", "Subject"],
      more: ["Answer", "Internal Note", "Internal Notes", "Details", "Notes"],
      departments: ["Department", "Patron Department", "School", "College", "Subject Area", "Discipline"],
      heardOn: ["Date", "Question Date", "Asked On", "Date Asked", "Created", "Timestamp", "Date Time"],
      tags: ["Tags", "Tag", "Topics", "Topic", "Keywords"],
      author: ["Entered By", "Staff", "Owner", "Answered By", "Librarian", "User"],
      channel: ["Source", "Question Source", "Question Format", "Mode", "Location"],
      externalId: ["ID", "Transaction ID", "Ticket ID", "Question ID", "Ticket Number"],
    },
    channel: "enquiry-desk",
  },
  {
    name: "LibConnect",
    headings: {
      body: ["Interaction Title", "Title", "Subject"],
      more: ["Interaction Description", "Description", "Notes", "Details"],
      departments: ["Department", "Organization", "Organizations", "Organisation", "Profiles", "Profile"],
      heardOn: ["Interaction Date", "Date", "Start Date", "Date Time", "Occurred"],
      tags: ["Tags", "Interaction Tags", "Topics"],
      author: ["Owner", "Owners", "Created By", "User"],
      channel: ["Interaction Source", "Source", "Interaction Type", "Type"],
      externalId: ["Interaction ID", "ID"],
    },
  },
  {
    name: "RefTracker",
    headings: {
      body: ["Question", "Question text", "Question details", "Request"],
      more: ["Answer", "Answer text", "Response", "Comments"],
      departments: ["Department", "Organisation", "Organization", "Faculty", "Client group", "Group"],
      heardOn: ["Date received", "Received", "Received date", "Date asked", "Date"],
      tags: ["Category list", "Subject", "Keywords", "Resource list"],
      author: ["Allocated to", "Owner", "Answered by", "Staff"],
      channel: ["Received by", "Receipt method", "How received", "Source", "Format"],
      externalId: ["Question no", "Question number", "Request number", "Tracking no", "ID"],
    },
    channel: "enquiry-desk",
  },
];

/** The places whose exports are known, by name. */
export const presetNames: readonly string[] = presets.map(({ name }) => name);

/** A place's mapping for a file with these headings; undefined for a place nobody told us of. */
export function presetMapping(name: string, headings: readonly string[]): ImportMapping | undefined {
  const preset = presets.find((each) => each.name === name);
  if (!preset) return undefined;
  return importMapping.parse({
    scope: slugOfName(name),
    columns: matchedColumns(preset, headings),
    defaults: { channel: preset.channel ?? "" },
  });
}

/** The place most of whose headings a file has, three at least; and its mapping. */
export function guessMapping(headings: readonly string[]): { name?: string; mapping: ImportMapping } {
  const [best] = presets
    .map((preset) => ({ preset, matched: Object.keys(matchedColumns(preset, headings)).length }))
    .sort((a, b) => b.matched - a.matched);
  const name = best && best.matched >= 3 ? best.preset.name : undefined;
  const mapping = presetMapping(name ?? "Corridor template", headings) ?? importMapping.parse({});
  return { name, mapping: name ? mapping : { ...mapping, scope: "file" } };
}

function matchedColumns(
  { headings: known }: Preset,
  headings: readonly string[],
): Partial<Record<ColumnMeaning, string>> {
  const names = columnNames(headings);
  const columns: Partial<Record<ColumnMeaning, string>> = {};
  const taken = new Set<string>();
  for (const meaning of columnMeanings) {
    for (const wanted of known[meaning] ?? []) {
      const name = names.find((each) => plain(each) === plain(wanted) && !taken.has(each));
      if (!name) continue;
      columns[meaning] = name;
      taken.add(name);
      break;
    }
  }
  return columns;
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
