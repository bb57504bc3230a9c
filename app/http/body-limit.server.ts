import type { Request, RequestHandler, Response } from "express";
import { findSessionPerson } from "../people/find-session-person.server.ts";
import { factsOf } from "./identify-request.server.ts";
import type { Limits } from "./limits.server.ts";
import type { ProblemStatus } from "./problem-words.server.ts";
import { problemBody } from "./send-problem.server.ts";
import { readSessionToken } from "./session-cookie.server.ts";
import { mostUploadBytes, takeUploads } from "./uploads.server.ts";

// How much longer we listen to a client whose answer is already on its way.
const linger = { ms: 1_000, bytes: 8 * 1024 * 1024 };

// Where an insight is written, as pages and as Remix's browser half send it, and where files are sent by themselves.
const takesFiles =
  /^\/((_root|files|(settings|desk|settings\/(people|departments))\/import|insights\/(new|[\w-]{1,40}\/edit))\.data|files|(settings|desk|settings\/(people|departments))\/import|insights\/(new|[\w-]{1,40}\/edit))?$/;

/**
 * Takes in the whole body, counting what really arrives, before any route hears of it: an action sees a body that is
 * complete and within the limit, or is not called at all. Forms that may bring files have their files put on the disk
 * as they come, and go on without them.
 */
export function bodyLimit(ourLimits: Limits): RequestHandler {
  let uploading = 0;
  return (req, res, next) => {
    const limits = limitsAt(req.path, ourLimits);
    if (!hasBody(req)) return next();
    const isUpload = mayBringFiles(req);
    const most = isUpload ? mostUploadBytes(limits) : limits.bodyBytes;
    if (Number(req.headers["content-length"] ?? 0) > most) return refuse(req, res, 413);
    if (!isUpload) return takeBody(req, res, { limits, next });
    if (uploading >= limits.uploadsAtOnce) return refuse(req, res, 503);
    uploading += 1;
    res.once("close", () => {
      uploading -= 1;
    });
    takeForm(req, res, limits).then((taken) => taken && next(), next);
  };
}

function hasBody(req: Request): boolean {
  return req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;
}

function mayBringFiles(req: Request): boolean {
  const isForm = /^multipart\/form-data\b/i.test(req.headers["content-type"] ?? "");
  return isForm && req.method === "POST" && takesFiles.test(req.path);
}

/** What is brought in is one large file. */
function limitsAt(path: string, limits: Limits): Limits {
  const isImport = /^\/(settings|desk)\/import(\.data)?$/.test(path);
  return isImport ? { ...limits, files: 1, fileBytes: limits.importBytes } : limits;
}

type Taking = { limits: Limits; next: () => void };

function takeBody(req: Request, res: Response, { limits, next }: Taking): void {
  const chunks: Buffer[] = [];
  let received = 0;
  const stop = (status: ProblemStatus) => {
    clearTimeout(late);
    req.off("data", take).off("end", done);
    refuse(req, res, status);
  };
  const take = (chunk: Buffer) => {
    received += chunk.length;
    if (received > limits.bodyBytes) return stop(413);
    chunks.push(chunk);
  };
  const done = () => {
    clearTimeout(late);
    res.locals.body = Buffer.concat(chunks);
    next();
  };
  const late = setTimeout(stop, limits.receiveMs, 408);
  res.once("close", () => clearTimeout(late));
  // A client that goes away in the middle gets no answer, and nothing was done.
  req
    .on("data", take)
    .once("end", done)
    .once("error", () => res.destroy());
}

/** True when a route may hear of it. */
async function takeForm(req: Request, res: Response, limits: Limits): Promise<boolean> {
  const arrived = await takeUploads(req, res, { limits, keepFiles: await isSignedIn(req, res) });
  if (arrived === "too-large") refuse(req, res, 413);
  if (arrived === "gone") res.destroy();
  if (arrived === "too-large" || arrived === "gone") return false;
  // Nothing of a form: whoever reads it finds no form there.
  if (arrived === "malformed") return true;
  res.locals.uploads = arrived.uploads;
  res.locals.body = Buffer.from(arrived.fields.toString());
  req.headers["content-type"] = "application/x-www-form-urlencoded";
  req.headers["content-length"] = String(res.locals.body.length);
  delete req.headers["transfer-encoding"];
  return true;
}

async function isSignedIn(req: Request, res: Response): Promise<boolean> {
  const { cookie } = req.headers;
  const token = cookie && readSessionToken(new Request(factsOf(res).origin, { headers: { cookie } }));
  if (!token) return false;
  // When that cannot be told now, the action will say so itself.
  return findSessionPerson(token).then(
    (session) => session !== undefined,
    () => false,
  );
}

/**
 * Sends the answer at once but hangs up only a moment later: a connection closed under a client that is still
 * sending is reset, and the reader sees a broken page instead of the answer.
 */
function refuse(req: Request, res: Response, status: ProblemStatus): void {
  const { type, body } = problemBody(req, res, status);
  res.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
    ...(status === 503 && { "Retry-After": "5" }),
  });
  res.write(body);
  let more = 0;
  const hangUp = () => {
    clearTimeout(timer);
    res.end();
  };
  const timer = setTimeout(hangUp, linger.ms);
  const discard = (chunk: Buffer) => {
    more += chunk.length;
    if (more > linger.bytes) hangUp();
  };
  req.on("data", discard).once("end", hangUp).once("close", hangUp).resume();
}
