import { files } from "#db/schema/files.server.ts";
import type { FileFacts } from "./file.ts";

/** What is read of a file wherever it is shown. */
export const fileColumns = {
  id: files.id,
  type: files.type,
  name: files.name,
  bytes: files.bytes,
  width: files.width,
  height: files.height,
  alternativeText: files.alternativeText,
};

/** Only types that we know are ever written. */
export function asFacts(row: Omit<FileFacts, "type"> & { type: string }): FileFacts {
  return row as FileFacts;
}
