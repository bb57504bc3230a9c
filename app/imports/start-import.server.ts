import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import type { Person } from "../people/person.ts";
import { cleanLine, withoutUnseen } from "../text/clean-text.ts";
import { findMapping } from "./find-mapping.server.ts";
import { importLimits } from "./import.ts";
import { dropImportFile, importFile } from "./import-files.server.ts";
import { columnNames, type Encoding, type ImportMapping, type Separator } from "./import-mapping.ts";
import { keepFile } from "./keep-file.server.ts";
import { findSeparator, lookAtFile } from "./look-at-file.server.ts";
import { recogniseDateOrder } from "./read-day.ts";

export type Starting = {
  person: Person;
  fileName: string;
  chunks: AsyncIterable<Uint8Array>;
  /** A mapping kept under a name, or a place whose exports are known; else it is guessed. */
  mappingName?: string;
  /** Instead of any of these. */
  mapping?: ImportMapping;
  place: "worker" | "terminal";
};

export type Started = { outcome: "started"; id: string } | { outcome: "refused"; problem: string };

/** Takes in a file to bring in: it is kept, looked at, and waits for its columns to be told apart. */
export async function startImport(starting: Starting): Promise<Started> {
  const { person, fileName, chunks, place } = starting;
  const id = newId();
  const taken = await takeIn({ id, fileName, chunks });
  if (taken.outcome === "refused") return taken;
  const { outcome: _, encoding, separator, headings, samples, ...row } = taken;
  const mapping = starting.mapping ?? (await findMapping({ name: starting.mappingName, headings }));
  const dates = dateCells(mapping, headings, samples);
  await db.insert(imports).values({
    id,
    personId: person.id,
    ...row,
    mapping: { ...mapping, encoding, separator, dates: recogniseDateOrder(dates) ?? mapping.dates },
    state: "mapping",
    headings: headings.map(withoutUnseen),
    place,
  });
  return { outcome: "started", id };
}

type Taken = {
  fileName: string;
  sha256: string;
  bytes: number;
  encoding: Encoding;
  separator: Separator;
  headings: string[];
  samples: string[][];
};

/** Keeps a file and looks at its first rows, whatever they are about. */
export async function takeIn({
  id,
  fileName,
  chunks,
}: Pick<Starting, "fileName" | "chunks"> & { id: string }): Promise<
  ({ outcome: "taken" } & Taken) | Extract<Started, { outcome: "refused" }>
> {
  const kept = await keepFile(id, chunks);
  if (kept.outcome === "refused") return kept;
  const { encoding, bytes, sha256 } = kept;
  const path = importFile(id);
  const separator = await findSeparator(path, encoding);
  const { headings, samples } = await lookAtFile({ path, encoding, separator }, { rows: 50 });
  const problem = problemWith(headings, samples);
  if (problem) {
    await dropImportFile(id);
    return { outcome: "refused", problem };
  }
  const name = cleanLine(cleanLine(fileName).slice(-200)) || "file.csv";
  return { outcome: "taken", fileName: name, sha256, bytes, encoding, separator, headings, samples };
}

function problemWith(headings: readonly string[], samples: readonly string[][]): string | undefined {
  if (headings.length === 0) return "The file has no heading: its first line names the columns";
  if (headings.length > importLimits.columns) return `The file has more than ${importLimits.columns} columns`;
  if (samples.length === 0) return "The file has a heading and no rows";
  return undefined;
}

function dateCells(
  mapping: ImportMapping,
  headings: readonly string[],
  samples: readonly string[][],
): string[] {
  const place = columnNames(headings).indexOf(mapping.columns.heardOn ?? "");
  return place < 0 ? [] : samples.map((cells) => cells[place] ?? "");
}
