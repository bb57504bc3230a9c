import { createReadStream } from "node:fs";
import type { Encoding, ImportMapping, Separator } from "./import-mapping.ts";
import { type FileRow, readRows } from "./read-rows.server.ts";
import { recogniseSeparator } from "./recognise-separator.ts";

const startCharacters = 20_000;

/** The separator of a file in this encoding, by its first lines. */
export async function findSeparator(path: string, encoding: Encoding): Promise<Separator> {
  const decoder = new TextDecoder(encoding);
  let text = "";
  for await (const chunk of createReadStream(path, { end: startCharacters })) {
    text += decoder.decode(chunk as Buffer, { stream: true });
  }
  return recogniseSeparator(text);
}

/** The heading and the first rows, for the page on which columns are told apart. */
export async function lookAtFile(
  reading: { path: string } & Pick<ImportMapping, "encoding" | "separator">,
  { rows }: { rows: number },
): Promise<{ headings: string[]; samples: string[][] }> {
  const found: FileRow[] = [];
  for await (const row of readRows(reading)) {
    found.push(row);
    if (found.length > rows) break;
  }
  const [heading, ...samples] = found;
  return { headings: heading?.cells ?? [], samples: samples.map(({ cells }) => cells) };
}
