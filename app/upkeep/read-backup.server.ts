import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { entriesOf, type ReadEntry, startChain } from "./archive-entries.server.ts";
import {
  type BackupEnd,
  type BackupHead,
  backupEnd,
  backupFormat,
  backupHead,
  endName,
  formatVersion,
  headName,
  UnusableBackup,
} from "./backup.ts";

export type ReadBackup = { head: BackupHead; end: BackupEnd; chain: string };

type Reading = {
  file: string;
  /** Told of each entry between the first and the last, in their order; reads its body or leaves it. */
  onEntry?: (entry: ReadEntry, head: BackupHead) => Promise<void>;
  onHead?: (head: BackupHead) => Promise<void> | void;
  onProgress?: (read: { bytes: number; total: number }) => void;
};

/**
 * Reads a backup from its first byte to its last and checks every one. Throws an UnusableBackup that says why when it is
 * damaged, cut short, put together otherwise than it was written, of something else, or of a newer Corridor.
 */
export async function readBackup({ file, onEntry, onHead, onProgress }: Reading): Promise<ReadBackup> {
  const total = await sizeOf(file);
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  const unpacked = createGunzip();
  source.on("error", (error) => unpacked.destroy(error));
  source.on("data", () => onProgress?.({ bytes: source.bytesRead, total }));
  source.pipe(unpacked);
  let begun = false;
  const onBegun = (head: BackupHead) => {
    begun = true;
    return onHead?.(head);
  };
  try {
    const read = await readEntries(unpacked, { onEntry, onHead: onBegun });
    if (unpacked.bytesWritten !== total)
      throw new UnusableBackup("something that is no part of it follows the backup");
    return read;
  } catch (error) {
    throw inWords(error, begun);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function readEntries(
  unpacked: AsyncIterable<Buffer>,
  { onEntry, onHead }: Pick<Reading, "onEntry" | "onHead">,
): Promise<ReadBackup> {
  const chain = startChain();
  let head: BackupHead | undefined;
  let end: BackupEnd | undefined;
  let entries = 0;
  for await (const entry of entriesOf(unpacked)) {
    if (end) throw new UnusableBackup("something follows its end");
    if (entry.name === endName) {
      end = backupEnd.parse(JSON.parse(await textOf(entry)));
      if (end.chain !== chain.value() || end.entries !== entries)
        throw new UnusableBackup("it is damaged: its parts do not add up to what was written");
      continue;
    }
    if (!head && entry.name !== headName) throw new UnusableBackup("it is not a backup of Corridor");
    const checked = checkedBody(entry);
    if (!head) {
      head = readHead(await textOf(checked.entry));
      await onHead?.(head);
    } else {
      await onEntry?.(checked.entry, head);
      // Whoever leaves an entry unread has it read here: every byte is checked.
      for await (const _ of checked.entry.body);
    }
    chain.add({ name: entry.name, size: entry.size, sha256: checked.sha256() });
    entries += 1;
  }
  if (!head || !end) throw new UnusableBackup("it is cut short: its end is missing");
  return { head, end, chain: end.chain };
}

function readHead(text: string): BackupHead {
  const claimed = z.object({ format: z.string(), version: z.number() }).safeParse(JSON.parse(text));
  if (!claimed.success || claimed.data.format !== backupFormat)
    throw new UnusableBackup("it is not a backup of Corridor");
  if (claimed.data.version > formatVersion)
    throw new UnusableBackup("it was made by a newer Corridor: restore it with that one, or a newer");
  return backupHead.parse(JSON.parse(text));
}

function checkedBody(entry: ReadEntry): { entry: ReadEntry; sha256: () => string } {
  const hash = createHash("sha256");
  async function* body(): AsyncGenerator<Buffer> {
    for await (const chunk of entry.body) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return { entry: { ...entry, body: body() }, sha256: () => hash.digest("hex") };
}

const longestText = 4 * 1024 * 1024;

/** A small entry's whole text. */
async function textOf({ name, size, body }: ReadEntry): Promise<string> {
  if (size > longestText) throw new UnusableBackup(`it is damaged: ${name} is too large`);
  const parts: Buffer[] = [];
  for await (const chunk of body) parts.push(chunk);
  return Buffer.concat(parts).toString("utf8");
}

async function sizeOf(file: string): Promise<number> {
  try {
    const facts = await stat(file);
    if (facts.isFile()) return facts.size;
  } catch {}
  throw new UnusableBackup("there is no such file, or it may not be read");
}

function inWords(error: unknown, begun: boolean): unknown {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const isUnread = error instanceof SyntaxError || error instanceof z.ZodError || code.startsWith("Z_");
  const isPacked = code.startsWith("Z_") && message !== "incorrect header check";
  if (isUnread && !begun && !isPacked) return new UnusableBackup("it is not a backup of Corridor");
  if (code === "Z_BUF_ERROR") return new UnusableBackup("it is cut short");
  if (isUnread) return new UnusableBackup("it is damaged");
  return error;
}
