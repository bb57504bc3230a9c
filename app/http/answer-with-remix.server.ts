import { once } from "node:events";
import {
  type AppLoadContext,
  createRequestHandler,
  type RequestHandler as RemixHandler,
  type ServerBuild,
} from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { bodyOf, uploadsOf } from "./body-of.server.ts";
import { wordsSent } from "./hand-back.server.ts";
import { factsOf } from "./identify-request.server.ts";
import { isProblemStatus } from "./problem-words.server.ts";
import { remixHandlers } from "./remix-handlers.server.ts";
import { sendProblem } from "./send-problem.server.ts";
import { wholeOf } from "./whole-answer.server.ts";

export type Build = ServerBuild | (() => Promise<ServerBuild>);

/**
 * Hands a request to Remix and its answer to Express. `@remix-run/express` does the same, but makes the request's
 * address from headers anyone can send, adds to headers already set instead of replacing them, and ignores a slow reader.
 */
export function answerWithRemix(build: Build, mode: string): RequestHandler {
  const answer = typeof build === "function" ? createRequestHandler(build, mode) : remixHandlers(build, mode);
  return async (req, res, next) => {
    try {
      const { response, context } = await answerTo(req, res, answer);
      const status = context.problem === "unavailable" ? 503 : response.status;
      const whole = context.page ?? wholeOf(response);
      if (lost(context) && wordsSent(req, res) && !res.headersSent) {
        await response.body?.cancel();
        sendProblem(req, res, 503);
      } else if (isBare(response) && isProblemStatus(status) && !res.headersSent) {
        sendProblem(req, res, status);
      } else if (whole) sendWhole(response, whole, res);
      else await send(response, res);
    } catch (error) {
      next(error);
    }
  };
}

/** Whether the page would be without what was written. */
function lost({ problem, textLost }: AppLoadContext): boolean {
  return problem === "unavailable" || textLost === true;
}

type Answered = { response: Response; context: AppLoadContext };

/** Begun with who is expected to ask, where that can be; made anew when it was somebody else. */
async function answerTo(req: ExpressRequest, res: ExpressResponse, answer: RemixHandler): Promise<Answered> {
  const { nonce, reference, origin, clientIp, onThisMachine } = factsOf(res);
  const known = {
    nonce,
    reference,
    origin,
    clientIp,
    onThisMachine,
    uploads: uploadsOf(res),
    asData: req.path.endsWith(".data"),
  };
  const context: AppLoadContext = { ...known, mayExpect: bringsNothing(req) };
  const response = await answer(remixRequest(req, res), context);
  const stands = await Promise.all(context.restsOn ?? []);
  if (stands.every(Boolean)) return { response, context };
  await response.body?.cancel();
  const anew: AppLoadContext = known;
  return { response: await answer(remixRequest(req, res), anew), context: anew };
}

function bringsNothing({ method }: ExpressRequest): boolean {
  return method === "GET" || method === "HEAD";
}

/** Why a request ends that has been answered; made once, as an error of its own takes time to make. */
const answered = new DOMException("The request has been answered.", "AbortError");

function remixRequest(req: ExpressRequest, res: ExpressResponse): Request {
  const { origin } = factsOf(res);
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) headers.set(name, String(value));
  headers.set("Host", new URL(origin).host);
  // The write guard has judged it; Remix would only compare it with Host again, and answer 500.
  headers.delete("Origin");
  const gone = new AbortController();
  // Sent or given up: Remix keeps a page's data for the time it may take unless it hears that the reader has gone.
  res.once("close", () => gone.abort(res.writableFinished ? answered : undefined));
  return new Request(origin + req.originalUrl, {
    method: req.method,
    headers,
    body: bringsNothing(req) ? undefined : (bodyOf(res) as BodyInit | undefined),
    signal: gone.signal,
  });
}

/** What Remix says of itself when a route without a page fails or has nothing: a few words of plain text or JSON. */
function isBare({ status, headers }: Response): boolean {
  if (headers.has("X-Remix-Error")) return true;
  if (headers.has("X-Remix-Catch")) return status === 404;
  return status === 500 && !/text\/(html|x-script)/.test(headers.get("Content-Type") ?? "");
}

function sendWhole(answer: Response, whole: Buffer, res: ExpressResponse): void {
  if (res.headersSent || res.destroyed) return;
  sendHead(answer, res);
  res.setHeader("Content-Length", whole.length);
  res.end(whole);
}

async function send(answer: Response, res: ExpressResponse): Promise<void> {
  if (res.headersSent || res.destroyed) return void (await answer.body?.cancel());
  sendHead(answer, res);
  if (!answer.body) return void res.end();
  await sendBody(answer.body, res);
}

function sendHead(answer: Response, res: ExpressResponse): void {
  res.status(answer.status);
  if (answer.statusText) res.statusMessage = answer.statusText;
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") res.append(name, value);
    else res.setHeader(name, value);
  }
}

/** Writes pieces as they come, at the reader's pace, and flushes the compressor when there is a pause. */
async function sendBody(body: ReadableStream<Uint8Array>, res: ExpressResponse): Promise<void> {
  const reader = body.getReader();
  res.once("close", () => void reader.cancel().catch(() => {}));
  let flushing: NodeJS.Immediate | undefined;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (res.destroyed) return;
    clearImmediate(flushing);
    if (!res.write(value)) await Promise.race([once(res, "drain"), once(res, "close")]);
    flushing = setImmediate(() => res.flush());
  }
  clearImmediate(flushing);
  res.end();
}
