import { once } from "node:events";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { importLimits } from "./import.ts";
import type { ImportMapping } from "./import-mapping.ts";

/** A record of the file, counted from 1 after the heading: its cells, or why there are none. */
export type FileRow = { row: number; cells: string[]; unreadable?: string };

type Reading = { path: string } & Pick<ImportMapping, "encoding" | "separator">;

/** The file's records one after the other, the heading first as row 0. No more of the file is held than is being read. */
export async function* readRows({ path, encoding, separator }: Reading): AsyncGenerator<FileRow> {
  let row = -1;
  // Records that cannot be read are heard of before the next that can: they go out with it, or at the end.
  let pending: FileRow[] = [];
  const parser = parse({
    delimiter: separator,
    // Files put together by hand have ends of several kinds.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    max_record_size: importLimits.rowBytes,
    // Declared to return cells; whatever it returns is what comes out.
    on_record: ((cells: string[]) => {
      row += 1;
      const rows = [...pending, { row, cells }];
      pending = [];
      return rows;
    }) as never,
  });
  parser.on("skip", (error: CsvError) => {
    row += 1;
    pending.push({ row, cells: [], unreadable: wordsFor(error) });
  });
  const bytes = createReadStream(path, { highWaterMark: 64 * 1024 });
  bytes.once("error", (error) => parser.destroy(error));
  const feeding = feed(bytes, encoding, parser);
  feeding.catch((error: Error) => parser.destroy(error));
  try {
    for await (const rows of parser as AsyncIterable<FileRow[]>) yield* rows;
    await feeding;
    yield* pending;
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

/** Decodes on the way; `TextDecoder` drops a byte order mark by itself. */
async function feed(
  bytes: Readable,
  encoding: ImportMapping["encoding"],
  parser: ReturnType<typeof parse>,
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (parser.destroyed) return;
    if (text && !parser.write(text)) await drained(parser);
  }
  parser.end(decoder.decode());
}

/** Resolves when there is room again, or nobody to read any more. */
async function drained(parser: ReturnType<typeof parse>): Promise<void> {
  const gone = new AbortController();
  const { signal } = gone;
  await Promise.race([once(parser, "drain", { signal }), once(parser, "close", { signal })]).catch(() => {});
  gone.abort();
}

function wordsFor({ code }: CsvError): string {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return "A quotation mark is opened here and never closed: the file cannot be read from here on";
  if (code === "CSV_MAX_RECORD_SIZE")
    return "This row is far too long: perhaps a quotation mark is opened here and never closed";
  return "This row could not be read";
}
