import { createHash } from "node:crypto";
import type { RequestHandler } from "express";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { timePassed } from "../events/time-passed.ts";
import { findApiKeyPerson } from "../people/find-api-key-person.server.ts";
import { countUses } from "./count-use.server.ts";
import { factsOf } from "./identify-request.server.ts";
import { keepNewest } from "./keep-newest.ts";
import { sendProblem } from "./send-problem.server.ts";

const bearer = /^Bearer ([\w.~+/-]{20,200}=*)$/i;
const trusted = { milliseconds: 60_000, most: 1_000 } as const;

/** Keys that opened something a moment ago, by their digest: whether they still do, the route finds out. */
const known = new Map<string, number>();

/** The key a call of the API brings, if what it brings can be one. */
export function keyIn(authorization: string | null | undefined): string | undefined {
  return bearer.exec(authorization ?? "")?.[1];
}

/**
 * Turns calls of the API away that bring a key that is none of ours, before anything of their body is read, and counts
 * them by the address they come from. A key seen lately passes at once, so that those who have one wait for nothing.
 */
export function apiKeyGuard(): RequestHandler {
  return async (req, res, next) => {
    const { authorization } = req.headers;
    if (!req.path.startsWith("/api/") || authorization === undefined) return next();
    try {
      if (await isKnown(keyIn(authorization))) return next();
      const seconds = await countUses(`address ${factsOf(res).clientIp}`, ["guesses"]);
      res.setHeader("Connection", "close");
      if (seconds === undefined) res.setHeader("WWW-Authenticate", "Bearer");
      else res.setHeader("Retry-After", String(seconds));
      sendProblem(req, res, seconds === undefined ? 401 : 429);
    } catch (error) {
      // Whether it is one cannot be told now.
      if (isDatabaseUnavailable(error)) sendProblem(req, res, 503);
      else next(error);
    }
  };
}

async function isKnown(key: string | undefined): Promise<boolean> {
  if (!key) return false;
  const digest = createHash("sha256").update(key).digest("base64");
  const until = known.get(digest) ?? 0;
  if (until > timePassed()) return true;
  known.delete(digest);
  if (!(await findApiKeyPerson(key))) return false;
  keepNewest(known, { key: digest, value: timePassed() + trusted.milliseconds, most: trusted.most });
  return true;
}
