import type { Request, RequestHandler, Response } from "express";
import type { Limits } from "./limits.server.ts";
import { problemBody } from "./send-problem.server.ts";

// How much longer we listen to a client whose answer is already on its way.
const linger = { ms: 1_000, bytes: 8 * 1024 * 1024 };

/**
 * Takes in the whole body, counting what really arrives, before any route hears of it: an action sees a body that is
 * complete and within the limit, or is not called at all. (Imports will stream past this, by a way of their own.)
 */
export function bodyLimit(limits: Limits): RequestHandler {
  return (req, res, next) => {
    if (!hasBody(req)) return next();
    if (Number(req.headers["content-length"] ?? 0) > limits.bodyBytes) return tooLarge(req, res);
    const chunks: Buffer[] = [];
    let received = 0;
    const take = (chunk: Buffer) => {
      received += chunk.length;
      if (received <= limits.bodyBytes) return void chunks.push(chunk);
      req.off("data", take).off("end", done);
      tooLarge(req, res);
    };
    const done = () => {
      res.locals.body = Buffer.concat(chunks);
      next();
    };
    // A client that goes away in the middle gets no answer, and nothing was done.
    req
      .on("data", take)
      .once("end", done)
      .once("error", () => res.destroy());
  };
}

export function bodyOf(res: Response): Buffer | undefined {
  return res.locals.body;
}

function hasBody(req: Request): boolean {
  return req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;
}

/**
 * Sends the answer at once but hangs up only a moment later: a connection closed under a client that is still
 * sending is reset, and the reader sees a broken page instead of the answer.
 */
function tooLarge(req: Request, res: Response): void {
  const { type, body } = problemBody(req, res, 413);
  res.writeHead(413, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
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
