import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { and, count, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { files } from "#db/schema/files.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type FileFacts, type FileType, fileLimits } from "./file.ts";
import { fileName } from "./file-name.ts";
import type { FileTrouble } from "./file-trouble.ts";
import { dropBytes, keepBytes, smallOf } from "./kept-bytes.server.ts";
import { recognise } from "./recognise.server.ts";
import { redrawPicture } from "./redraw-picture.server.ts";

/** A file as it has arrived: on this disk, not looked at yet. */
export type ArrivedFile = { path: string; name: string; bytes: number; trouble?: FileTrouble };

type Drawn = { large: string; small?: string; size?: { width: number; height: number } };

/** Takes a file in: looks what it is, draws a picture anew, puts its bytes away safely, and only then writes its row. */
export async function keepUpload({
  personId,
  upload,
}: {
  personId: string;
  upload: ArrivedFile;
}): Promise<{ file: FileFacts } | { trouble: FileTrouble }> {
  if (upload.trouble) return { trouble: upload.trouble };
  if (upload.bytes === 0) return { trouble: "empty" };
  if (upload.bytes > fileLimits.bytes) return { trouble: "too-large" };
  const type = await recognise(upload.path);
  if (!type) return { trouble: "unknown-type" };
  if ((await countWaiting(personId)) >= fileLimits.waiting) return { trouble: "too-many" };
  try {
    const drawn = await draw(upload.path, type);
    return "trouble" in drawn ? drawn : { file: await keep({ personId, upload, type, drawn }) };
  } catch (error) {
    if (isNoRoom(error)) return { trouble: "no-room" };
    throw error;
  } finally {
    await Promise.all(["large", "small"].map((copy) => rm(`${upload.path}.${copy}`, { force: true })));
  }
}

async function draw(path: string, type: FileType): Promise<Drawn | { trouble: FileTrouble }> {
  return type === "application/pdf" ? { large: path } : redrawPicture(path, type);
}

type Keeping = { personId: string; upload: ArrivedFile; type: FileType; drawn: Drawn };

async function keep({ personId, upload, type, drawn }: Keeping): Promise<FileFacts> {
  const id = newId();
  const [{ size: bytes }, sha256] = await Promise.all([stat(drawn.large), keepFiles(id, drawn)]);
  const facts = {
    id,
    type,
    name: fileName(upload.name, type),
    bytes,
    width: drawn.size?.width ?? null,
    height: drawn.size?.height ?? null,
    alternativeText: "",
  };
  // Should this fail, nobody can tell whether the row was written: bytes without one are swept away later.
  await runTransaction(async (tx) => {
    await tx.insert(files).values({ ...facts, uploadedBy: personId, sha256 });
    await recordEvent(tx, { name: "file.uploaded", actorId: personId, subjectId: id });
  });
  return facts;
}

async function keepFiles(id: string, { large, small }: Drawn): Promise<string> {
  const sha256 = await keepFile(id, large);
  try {
    if (small) await keepFile(smallOf(id), small);
  } catch (error) {
    await dropBytes(id);
    throw error;
  }
  return sha256;
}

async function keepFile(id: string, path: string): Promise<string> {
  const hash = createHash("sha256");
  const through = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const source = createReadStream(path);
  source.once("error", (error) => through.destroy(error));
  try {
    await keepBytes(id, source.pipe(through));
    return hash.digest("hex");
  } finally {
    source.destroy();
  }
}

async function countWaiting(personId: string): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(files)
    .where(and(eq(files.uploadedBy, personId), isNull(files.insightId)));
  return row?.waiting ?? 0;
}

/** A full disk, or one's share of it. */
function isNoRoom(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || code === "EDQUOT";
}
