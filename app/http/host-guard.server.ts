import type { RequestHandler } from "express";
import { factsOf } from "./identify-request.server.ts";
import { sendProblem } from "./send-problem.server.ts";
import { originFor, type Site } from "./site.server.ts";

/** Answers only to our own name: another one means a mistaken proxy, or a page trying to pass for us. */
export function hostGuard(site: Site): RequestHandler {
  return (req, res, next) => {
    const facts = factsOf(res);
    const origin = originFor(site, facts.host);
    if (!origin) return sendProblem(req, res, 400);
    facts.origin = origin;
    next();
  };
}
