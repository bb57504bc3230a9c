import type { RequestHandler } from "express";
import { log } from "../log.server.ts";
import { uploadsOf } from "./body-of.server.ts";
import { factsOf } from "./identify-request.server.ts";
import { sendProblem } from "./send-problem.server.ts";

type Options = { mostInFlight: number; answerMs: number; answerMsPerFile: number };

/**
 * Says "busy" rather than let requests queue without end for the database's connections, and "not now" to a request
 * whose answer has not begun in time, whatever it waits for.
 */
export function loadGuard({ mostInFlight, answerMs, answerMsPerFile }: Options): RequestHandler {
  let inFlight = 0;
  return (req, res, next) => {
    if (inFlight >= mostInFlight) return sendProblem(req, res, 503);
    inFlight += 1;
    const deadline = setTimeout(
      () => {
        if (res.headersSent) return;
        log().error({ reference: factsOf(res).reference, method: req.method }, "an answer took too long");
        sendProblem(req, res, 503);
      },
      answerMs + (uploadsOf(res)?.length ?? 0) * answerMsPerFile,
    );
    res.once("close", () => {
      clearTimeout(deadline);
      inFlight -= 1;
    });
    next();
  };
}
