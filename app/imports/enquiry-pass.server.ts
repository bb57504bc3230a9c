import { enquiryLimits } from "../desk/enquiry.ts";
import { listSources } from "../desk/list-sources.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { cutTo, withoutUnseen } from "../text/clean-text.ts";
import type { FoundEnquiryImport } from "./find-enquiry-import.server.ts";
import type { RowProblem } from "./find-import.server.ts";
import { findKnownNames } from "./find-known-names.server.ts";
import { importFile } from "./import-files.server.ts";
import { enquiryRowReader, type ReadEnquiry } from "./read-enquiry-row.server.ts";
import { type FileRow, readRows } from "./read-rows.server.ts";

/** Of one file of enquiries: so much is read while a page waits. */
const enquiryImportLimits = { rows: 60_000, setRows: 1_000 } as const;

export type EnquirySet = { good: ReadEnquiry[]; problems: RowProblem[] };

const noRoom = `There are ${enquiryLimits.sources} places where enquiries come in, as many as the list can hold: name one of those`;

/** Notes a place that a file names; false for a new one where the list can hold no more. */
function hasRoom(places: Set<string>, source: string): boolean {
  const name = source.toLowerCase();
  if (!places.has(name) && places.size >= enquiryLimits.sources) return false;
  places.add(name);
  return true;
}

/** Reads a file of enquiries once, a set of rows at a time. */
export async function* enquiryPass({ id, mapping }: FoundEnquiryImport): AsyncGenerator<EnquirySet> {
  const [{ departments, word }, { timeZone }, sources] = await Promise.all([
    findKnownNames(),
    findLibrarySettings(),
    listSources(),
  ]);
  const places = new Set(sources.map(({ name }) => name.toLowerCase()));
  const rows = readRows({ path: importFile(id), ...mapping });
  const heading = (await rows.next()).value as FileRow | undefined;
  const today = dayIn(timeZone, new Date());
  const read = enquiryRowReader({ headings: heading?.cells ?? [], mapping, departments, word, today });
  let set: EnquirySet = { good: [], problems: [] };
  for await (const { row, cells, unreadable } of rows) {
    const found = unreadable ? { outcome: "refused" as const, problem: unreadable } : read(cells);
    if (row > enquiryImportLimits.rows) {
      const problem = `Beyond ${enquiryImportLimits.rows.toLocaleString("en-GB")} rows: bring the rest in as another file`;
      set.problems.push({ row, problem, cells: [] });
      break;
    }
    if (found.outcome === "read" && !hasRoom(places, found.enquiry.source)) {
      set.problems.push({ row, problem: noRoom, cells: cells.map(withoutUnseen) });
    } else if (found.outcome === "read") set.good.push(found.enquiry);
    else set.problems.push({ row, problem: cutTo(500, found.problem), cells: cells.map(withoutUnseen) });
    if (set.good.length + set.problems.length < enquiryImportLimits.setRows) continue;
    yield set;
    set = { good: [], problems: [] };
  }
  yield set;
}
