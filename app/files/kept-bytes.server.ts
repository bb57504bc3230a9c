import { randomBytes } from "node:crypto";
import { createWriteStream, type ReadStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "../env.server.ts";

// The only way to bytes that stay: an object store would replace this file.

/** A file's id, and after it the size of a copy: nothing else ever becomes a part of a path. */
const keptName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-small)?$/;

/** The id of a picture's small copy. */
export function smallOf(id: string): string {
  return `${id}-small`;
}

/** Keeps these bytes under this id. When it returns they are on the disk, whole; else there is nothing. */
export async function keepBytes(id: string, bytes: Readable): Promise<void> {
  const folder = folderOf(id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${id}.${randomBytes(6).toString("hex")}.new`);
  try {
    // `flush`: on the disk itself before it is closed.
    await pipeline(bytes, createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }));
    await rename(draft, join(folder, id));
    await flushFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The bytes kept under this id and how many they are; undefined when there are none. */
export async function openBytes(id: string): Promise<{ bytes: ReadStream; size: number } | undefined> {
  try {
    const file = await open(join(folderOf(id), id));
    const { size } = await file.stat();
    return { bytes: file.createReadStream({ highWaterMark: 64 * 1024 }), size };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Lets go of them; no matter when there are none. */
export async function dropBytes(id: string): Promise<void> {
  await rm(join(folderOf(id), id), { force: true });
}

export type KeptBytes = { id: string; size: number; keptAt: Date };

/** Everything kept, one after the other, whether or not a row speaks of it. */
export async function* listKeptBytes(): AsyncGenerator<KeptBytes> {
  for await (const { name, path } of filesIn(keptFolder())) {
    if (!keptName.test(name)) continue;
    const facts = await stat(path).catch(undefinedIfAbsent);
    if (facts) yield { id: name, size: facts.size, keptAt: facts.mtime };
  }
}

/** Takes away what was being written when its process ended: nobody writes for as long as this. */
export async function dropBegun({ olderThanMs }: { olderThanMs: number }): Promise<number> {
  let dropped = 0;
  for (const folder of [keptFolder(), incomingFolder()]) {
    for await (const { name, path } of filesIn(folder)) {
      if (folder === keptFolder() && !name.endsWith(".new")) continue;
      const facts = await stat(path).catch(undefinedIfAbsent);
      if (!facts || Date.now() - facts.mtimeMs < olderThanMs) continue;
      await rm(path, { force: true });
      dropped += 1;
    }
  }
  return dropped;
}

/** Where uploads stand while they arrive. */
function incomingFolder(): string {
  return join(env().FILES_DIR, "incoming");
}

function keptFolder(): string {
  return join(env().FILES_DIR, "kept");
}

/** By the last two letters: ids begin with the time, and one folder would take a whole year's. */
function folderOf(id: string): string {
  if (!keptName.test(id)) throw new Error("not the id of a file");
  return join(keptFolder(), id.slice(34, 36));
}

async function* filesIn(folder: string): AsyncGenerator<{ name: string; path: string }> {
  const entries = await opendir(folder, { recursive: true }).catch(undefinedIfAbsent);
  if (!entries) return;
  for await (const entry of entries) {
    if (entry.isFile()) yield { name: entry.name, path: join(entry.parentPath, entry.name) };
  }
}

async function flushFolder(folder: string): Promise<void> {
  // Windows flushes no folders; there a rename is as durable as it gets.
  if (process.platform === "win32") return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether an error says that a file is not there. */
export function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}
