import type { RequestHandler } from "express";
import { isApi, methodsAt } from "./api-addresses.ts";
import type { Limits } from "./limits.server.ts";
import { sendProblem } from "./send-problem.server.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Refuses addresses that are not a path (a proxy's form, `*`), too long, or cannot be parsed. */
export function addressGuard(limits: Limits): RequestHandler {
  return (req, res, next) => {
    if (Buffer.byteLength(req.originalUrl) > limits.urlBytes) return sendProblem(req, res, 414);
    if (!req.originalUrl.startsWith("/") || !isDecodable(req.path)) return sendProblem(req, res, 400);
    // PostgreSQL can neither keep U+0000 nor be asked for it: nothing is called so.
    if (/%00/.test(req.path)) return sendProblem(req, res, 404);
    next();
  };
}

/**
 * Only the methods that routes can have. OPTIONS gets the list, of an address of the API its own: there is no other
 * site we would answer.
 */
export function methodGuard(): RequestHandler {
  return (req, res, next) => {
    if (methods.includes(req.method)) return next();
    const allowed = isApi(req) ? methodsAt(req.path) : methods.join(", ");
    if (!allowed) return sendProblem(req, res, 404);
    res.setHeader("Allow", `${allowed}, OPTIONS`);
    if (req.method === "OPTIONS") return res.status(204).end();
    sendProblem(req, res, 405);
  };
}

function isDecodable(path: string): boolean {
  try {
    // "//host" and, to a URL parser, "/\\host" name another host: nothing that makes an address of it may meet it.
    return !/^\/[/\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
