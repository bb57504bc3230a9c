import { open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { type FileType, fileTypes } from "./file.ts";

// All that the four types need; nothing is unpacked and no more is read, whatever the file says of itself.
const beginning = 4_100;

/** What a file is by its contents; undefined for all but the types we keep. Its name and its sender are not asked. */
export async function recognise(path: string): Promise<FileType | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning), 0, beginning, 0);
    const found = await fileTypeFromBuffer(buffer.subarray(0, bytesRead));
    // A moving PNG is a PNG: its first picture is kept.
    const type = found?.mime === "image/apng" ? "image/png" : found?.mime;
    return fileTypes.find((known) => known === type);
  } catch {
    // Cut off where its kind would be told.
    return undefined;
  } finally {
    await file.close();
  }
}
