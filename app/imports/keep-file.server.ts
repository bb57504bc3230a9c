import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { importLimits } from "./import.ts";
import { dropImportFile, importFile, importsFolder } from "./import-files.server.ts";
import type { Encoding } from "./import-mapping.ts";
import { recogniseEncoding } from "./recognise-encoding.ts";

export type KeptFile =
  | { outcome: "kept"; bytes: number; sha256: string; encoding: Encoding }
  | { outcome: "refused"; problem: string };

/** Writes a file beside the database while it arrives, and learns of it what its bytes tell. */
export async function keepFile(id: string, chunks: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  await mkdir(importsFolder(), { recursive: true, mode: 0o700 });
  const file = await open(importFile(id), "wx", 0o600);
  const hash = createHash("sha256");
  const encoding = recogniseEncoding();
  let bytes = 0;
  let problem: string | undefined;
  try {
    for await (const chunk of chunks) {
      // Taken in to the end whatever is wrong with it: who still sends does not hear an answer.
      if (bytes === 0 && !problem) problem = problemAtStart(chunk);
      bytes += chunk.length;
      if (bytes > importLimits.bytes) problem = tooLarge;
      if (problem) continue;
      hash.update(chunk);
      encoding.take(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (bytes === 0) problem = "The file is empty";
  if (problem) {
    await dropImportFile(id);
    return { outcome: "refused", problem };
  }
  return { outcome: "kept", bytes, sha256: hash.digest("hex"), encoding: encoding.encoding() };
}

const tooLarge = `The file is larger than ${importLimits.bytes / 1024 / 1024} MB: bring it in in parts`;

const otherKinds: readonly [start: string, problem: string][] = [
  ["PK\u0003\u0004", "This is a workbook, not a CSV file: save it as “CSV UTF-8” and choose that"],
  ["\u00D0\u00CF\u0011\u00E0", "This is a workbook, not a CSV file: save it as “CSV UTF-8” and choose that"],
  ["%PDF", "This is a PDF, not a CSV file"],
  ["{\\rtf", "This is a text document, not a CSV file"],
];

/** By what it holds, not by what it is called. */
function problemAtStart(chunk: Uint8Array): string | undefined {
  const start = Buffer.from(chunk.subarray(0, 2_000)).toString("latin1");
  const other = otherKinds.find(([sign]) => start.startsWith(sign));
  if (other) return other[1];
  // Zero bytes in a row are in no text of any encoding.
  return start.includes("\0\0\0") ? "This is not a text file: choose a CSV file" : undefined;
}
