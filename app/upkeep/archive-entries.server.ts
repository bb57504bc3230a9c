import { createHash } from "node:crypto";
import { UnusableBackup } from "./backup.ts";

// A plain tar archive: whoever has lost everything but the file can still open it with any tool.

const block = 512;
const longestName = 100;

export type Entry = { name: string; size: number; body: AsyncIterable<Buffer> | Iterable<Buffer> };

/** What all entries add up to: their names, sizes and digests, in their order. */
export function startChain(): {
  add(entry: { name: string; size: number; sha256: string }): void;
  value(): string;
} {
  const hash = createHash("sha256");
  return {
    add: ({ name, size, sha256 }) => void hash.update(`${name}\0${size}\0${sha256}\n`),
    value: () => hash.copy().digest("hex"),
  };
}

/** An entry of bytes that are there already. */
export function entryOf(name: string, bytes: Buffer | string): Entry {
  const body = Buffer.from(bytes as string);
  return { name, size: body.length, body: [body] };
}

/** One entry as it stands in the archive; `onWritten` is told its digest. */
export async function* written(entry: Entry, onWritten: (sha256: string) => void): AsyncGenerator<Buffer> {
  yield header(entry);
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of entry.body) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  if (size !== entry.size) throw new Error(`${entry.name} changed while it was being read`);
  const over = size % block;
  if (over > 0) yield Buffer.alloc(block - over);
  onWritten(hash.digest("hex"));
}

/** What stands after the last entry. */
export function archiveEnd(): Buffer {
  return Buffer.alloc(2 * block);
}

function header({ name, size }: Pick<Entry, "name" | "size">): Buffer {
  if (Buffer.byteLength(name) > longestName) throw new Error(`too long a name for an entry: ${name}`);
  const bytes = Buffer.alloc(block);
  const put = (text: string, at: number) => bytes.write(text, at, "latin1");
  bytes.write(name, 0, "utf8");
  put("0000600\0", 100);
  put("0000000\0", 108);
  put("0000000\0", 116);
  put(`${size.toString(8).padStart(11, "0")}\0`, 124);
  put("00000000000\0", 136);
  put("        ", 148);
  put("0", 156);
  put("ustar\x0000", 257);
  put(`${checksum(bytes).toString(8).padStart(6, "0")}\0 `, 148);
  return bytes;
}

function checksum(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => sum + byte, 0);
}

export type ReadEntry = {
  name: string;
  size: number;
  /** To be read to its end before the next entry is asked for. */
  body: AsyncGenerator<Buffer>;
};

/** The entries of an archive, one after the other. Throws an UnusableBackup where it is none or ends too soon. */
export async function* entriesOf(archive: AsyncIterable<Buffer>): AsyncGenerator<ReadEntry> {
  const { upTo, exactly } = takeFrom(archive);
  for (let first = true; ; first = false) {
    const bytes = await exactly(block);
    if (bytes.every((byte) => byte === 0)) {
      await exactly(block);
      if ((await upTo(1)).length > 0) throw new UnusableBackup("something follows its end");
      return;
    }
    const { name, size } = readHeader(bytes) ?? damaged(first);
    let left = size;
    async function* body(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const chunk = await upTo(left);
        if (chunk.length === 0) throw new UnusableBackup("it is cut short");
        left -= chunk.length;
        yield chunk;
      }
      if (size % block > 0) await exactly(block - (size % block));
    }
    yield { name, size, body: body() };
    if (left > 0) throw new Error(`${name} was not read to its end`);
  }
}

function damaged(first: boolean): never {
  throw new UnusableBackup(first ? "it is not a backup of Corridor" : "it is damaged");
}

function readHeader(bytes: Buffer): { name: string; size: number } | undefined {
  const text = (from: number, to: number) => bytes.toString("utf8", from, to).split("\0")[0] ?? "";
  const claimed = Number.parseInt(text(148, 154), 8);
  const blank = Buffer.from(bytes).fill(" ", 148, 156);
  const size = Number.parseInt(text(124, 136), 8);
  if (claimed !== checksum(blank) || !Number.isSafeInteger(size) || size < 0) return undefined;
  return { name: text(0, longestName), size };
}

/** Takes as much as is wanted from bytes that come in pieces of their own. */
function takeFrom(source: AsyncIterable<Buffer>) {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  /** At least one byte while there are any, at most `most`. */
  async function upTo(most: number): Promise<Buffer> {
    while (held.length === 0) {
      const next = await pieces.next();
      if (next.done) return held;
      held = next.value;
    }
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  }
  async function exactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let have = 0; have < count; ) {
      const part = await upTo(count - have);
      if (part.length === 0) throw new UnusableBackup("it is cut short");
      parts.push(part);
      have += part.length;
    }
    return Buffer.concat(parts);
  }
  return { upTo, exactly };
}
