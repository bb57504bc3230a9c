import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import busboy from "busboy";
import type { Request, Response } from "express";
import { env } from "../env.server.ts";
import { log } from "../log.server.ts";
import type { Limits } from "./limits.server.ts";
import type { Upload } from "./load-context.ts";

/** What a form with files came to: its fields as a form without files would send them, and its files on the disk. */
type ArrivedForm = { fields: URLSearchParams; uploads: Upload[] };

/** Too large as a whole, not a form at all, or whoever sent it went away in the middle. */
type FormTrouble = "too-large" | "malformed" | "gone";

type Taking = {
  limits: Limits;
  /** From somebody not signed in the fields are read, so that the page can show them again, but no file is written. */
  keepFiles: boolean;
};

/**
 * Takes in a multipart form as it comes: files go straight to the disk, fields are counted as any form's are. What
 * arrived is removed when the answer has been sent, whatever was made of it.
 */
export async function takeUploads(
  req: Request,
  res: Response,
  { limits, keepFiles }: Taking,
): Promise<ArrivedForm | FormTrouble> {
  const parser = parserOf(req, limits);
  if (!parser) return "malformed";
  const uploads: Upload[] = [];
  const writing: Promise<void>[] = [];
  const fields = new URLSearchParams();
  let fieldBytes = 0;
  let trouble: FormTrouble | undefined;

  res.once("close", () => void removeAll(uploads, writing));
  parser.on("field", (name, value, { nameTruncated, valueTruncated }) => {
    fieldBytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (nameTruncated || valueTruncated || fieldBytes > limits.bodyBytes) trouble ??= "too-large";
    else fields.append(name, value);
  });
  parser.on("file", (field, stream, { filename }) => {
    stream.on("error", () => {});
    // A file field in which nothing was chosen still sends a part, without a name.
    if (!filename || !keepFiles || trouble) return void stream.resume();
    const upload: Upload = { field, name: filename, path: join(incoming(), randomUUID()), bytes: 0 };
    uploads.push(upload);
    if (uploads.length > limits.files) {
      upload.trouble = "one-too-many";
      return void stream.resume();
    }
    writing.push(writeUpload(upload, stream, limits));
  });
  trouble = (await feed(req, parser, limits)) ?? trouble;
  await Promise.all(writing);
  return trouble ?? { fields, uploads };
}

function parserOf({ headers }: Request, limits: Limits): busboy.Busboy | undefined {
  try {
    return busboy({
      headers,
      defParamCharset: "utf8",
      limits: {
        fieldNameSize: 200,
        fieldSize: limits.bodyBytes + 1,
        // One more than may be, each: so that whoever judges them can tell.
        fields: 201,
        files: limits.files + 1,
        fileSize: limits.fileBytes + 1,
        headerPairs: 20,
      },
    });
  } catch {
    return undefined;
  }
}

/** Leads the request through the parser to its end, counting what really arrives. */
function feed(req: Request, parser: busboy.Busboy, limits: Limits): Promise<FormTrouble | undefined> {
  const most = mostUploadBytes(limits);
  let received = 0;
  return new Promise((resolve) => {
    const stop = (why: FormTrouble) => {
      resolve(why);
      req.off("data", count).off("close", leave).unpipe(parser);
      parser.destroy();
    };
    const count = (chunk: Buffer) => {
      received += chunk.length;
      if (received > most) stop("too-large");
    };
    const leave = () => {
      if (!req.complete) stop("gone");
    };
    // Stopping a parser that has failed makes it fail once more: with nobody to hear of that, the process would end.
    parser.on("error", () => stop("malformed")).once("close", () => resolve(undefined));
    req.on("data", count).once("error", leave).once("close", leave).pipe(parser);
  });
}

/** As much as a form with files may weigh in all. */
export function mostUploadBytes({ bodyBytes, files, fileBytes }: Limits): number {
  return bodyBytes + files * fileBytes;
}

/** Nothing fails as a whole here: a file that cannot be written is told of, and the rest of the form comes past. */
async function writeUpload(upload: Upload, stream: Readable, { fileBytes }: Limits): Promise<void> {
  try {
    await mkdir(incoming(), { recursive: true, mode: 0o700 });
    await write(upload, stream);
    if (upload.bytes > fileBytes) upload.trouble = "too-large";
  } catch (error) {
    upload.trouble = "no-room";
    const { code } = error as NodeJS.ErrnoException;
    log().error({ err: error, code }, "an upload could not be written");
    await rm(upload.path, { force: true }).catch(() => {});
  } finally {
    stream.resume();
  }
}

/** Without `pipeline`, which would destroy the part when the disk fails: the parser would wait for it for ever. */
function write(upload: Upload, stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const file = createWriteStream(upload.path, { flags: "wx", mode: 0o600 });
    file.once("error", (error) => {
      stream.unpipe(file);
      reject(error);
    });
    file.once("close", resolve);
    stream.once("close", () => file.end());
    stream.on("data", (chunk: Buffer) => {
      upload.bytes += chunk.length;
    });
    stream.pipe(file);
  });
}

async function removeAll(uploads: readonly Upload[], writing: readonly Promise<void>[]): Promise<void> {
  await Promise.all(writing);
  await Promise.all(uploads.map(({ path }) => rm(path, { force: true }).catch(() => {})));
}

function incoming(): string {
  return join(env().FILES_DIR, "incoming");
}
