import { createReadStream } from "node:fs";
import { findSeparator } from "./look-at-file.server.ts";
import { type FileRow, readRows } from "./read-rows.server.ts";
import { recogniseEncoding } from "./recognise-encoding.ts";

type Most = { bytes: number; rows: number };

export type SmallFile = { headings: string[]; rows: FileRow[] };

/** A file small enough to be read at once: its heading and its rows, or what is wrong with it as a whole. */
export async function readSmallFile(path: string, most: Most): Promise<SmallFile | { problem: string }> {
  const encoding = recogniseEncoding();
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    bytes += (chunk as Buffer).length;
    encoding.take(chunk as Buffer);
  }
  if (bytes === 0) return { problem: "The file is empty" };
  if (bytes > most.bytes) return { problem: `The file is larger than ${Math.floor(most.bytes / 1000)} kB` };
  const reading = { path, encoding: encoding.encoding() };
  const separator = await findSeparator(path, reading.encoding);
  const rows: FileRow[] = [];
  for await (const row of readRows({ ...reading, separator })) {
    rows.push(row);
    if (rows.length > most.rows + 1) return { problem: `The file has more than ${most.rows} rows` };
  }
  const [heading, ...records] = rows;
  if (!heading || heading.unreadable) return { problem: heading?.unreadable ?? "The file holds no rows" };
  if (records.length === 0) return { problem: "The file holds a heading and no rows" };
  return { headings: heading.cells.map((cell) => cell.trim()), rows: records };
}
