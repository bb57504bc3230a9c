import type { Request, RequestHandler } from "express";
import { log } from "../log.server.ts";
import { factsOf } from "./identify-request.server.ts";
import { sendProblem } from "./send-problem.server.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets a writing request through only from our own pages, or with an API key. It stands before Remix, whose own
 * check looks at fewer routes and believes X-Forwarded-Host; and a cookie alone proves nothing, as every host of an
 * institution is same-site. `?_data=`, the way round that check, has no use under single fetch.
 */
export function writeGuard(): RequestHandler {
  return (req, res, next) => {
    const { origin, reference } = factsOf(res);
    const refused = asksByData(req, origin) || !(safeMethods.has(req.method) || mayWrite(req, origin));
    if (!refused) return next();
    log().warn({ reference, method: req.method }, "a request from elsewhere was refused");
    sendProblem(req, res, 403);
  };
}

function asksByData(req: Request, origin: string): boolean {
  return new URL(req.url, origin).searchParams.has("_data");
}

function mayWrite(req: Request, origin: string): boolean {
  // No page of another site can add this header without asking first, and we never say yes to that.
  if (isApiCall(req) || bringsMailToken(req)) return true;
  const from = req.headers.origin;
  // A page that hides its origin sends "null"; Sec-Fetch-Site cannot be hidden or forged.
  if (from !== undefined && from !== "null" && from !== origin) return false;
  const site = req.headers["sec-fetch-site"];
  return site === undefined ? from === origin : site === "same-origin";
}

/**
 * A mail program that stops a mail for its reader (RFC 8058) comes from anywhere. It brings what the mail held: the token
 * in the address is signed by us and says whose choice it is, and no cookie counts there.
 */
function bringsMailToken(req: Request): boolean {
  return req.method === "POST" && /^\/mail\/weekly\/[\w-]{65}$/.test(req.path);
}

function isApiCall(req: Request): boolean {
  return req.path.startsWith("/api/") && /^Bearer [\w.~+/-]+=*$/i.test(req.headers.authorization ?? "");
}
