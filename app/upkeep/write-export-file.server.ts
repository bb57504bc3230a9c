import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes a file piece by piece; its digest. */
export async function writeExportFile(
  path: string,
  pieces: AsyncIterable<string | Buffer> | Iterable<string>,
): Promise<string> {
  const hash = createHash("sha256");
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece as string);
      hash.update(bytes);
      yield bytes;
    }
  }
  await pipeline(Readable.from(hashed()), createWriteStream(path, { flags: "wx", mode: 0o600 }));
  return hash.digest("hex");
}

/** A file's digest, as it stands on the disk. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
