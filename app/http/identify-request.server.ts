import { randomBytes, randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Request, RequestHandler, Response } from "express";
import type { LoadContext } from "./load-context.ts";
import { isLoopbackHost, type Site } from "./site.server.ts";

/** What is known of a request as it comes in; `origin` is filled in once its Host is known to be ours. */
export type Facts = LoadContext & { host: string };

// No letters or digits that are easily taken for another.
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Gives each request its reference and nonce, and takes from the forwarding headers what a trusted proxy wrote. */
export function identifyRequest(site: Site): RequestHandler {
  return (req, res, next) => {
    const forwarded = takeForwardingHeaders(req);
    const host = (site.proxyHops > 0 && lastOf(forwarded["x-forwarded-host"])) || req.headers.host || "";
    const facts: Facts = {
      nonce: randomBytes(18).toString("base64"),
      reference: newReference(),
      origin: "",
      host,
      clientIp: clientIp(req, site, forwarded["x-forwarded-for"]),
      onThisMachine:
        site.onLoopback && isLoopbackHost(host) && Object.keys(forwarded).length === 0 && isLocal(req),
    };
    res.locals.facts = facts;
    res.setHeader("X-Request-Id", facts.reference);
    next();
  };
}

export function factsOf(res: Response): Facts {
  return res.locals.facts;
}

function newReference(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** Removes every header a proxy may have added, so that nothing downstream can believe one by mistake. */
function takeForwardingHeaders(req: Request): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const [name, value] of Object.entries(req.headers)) {
    if (name !== "via" && name !== "x-real-ip" && !/^(x-)?forwarded(-|$)/.test(name)) continue;
    taken[name] = String(value);
    delete req.headers[name];
  }
  return taken;
}

/** The address the outermost trusted proxy saw: counted from the right, as what stands further left may be invented. */
function clientIp(req: IncomingMessage, { proxyHops }: Site, forwardedFor = ""): string {
  const chain = [...forwardedFor.split(","), req.socket.remoteAddress ?? ""].map(plainAddress).filter(isIP);
  return chain[Math.max(0, chain.length - 1 - proxyHops)] ?? "";
}

function isLocal(req: IncomingMessage): boolean {
  const address = plainAddress(req.socket.remoteAddress ?? "");
  return address.startsWith("127.") || address === "::1";
}

function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:/i, "");
}

function lastOf(list: string | undefined): string | undefined {
  return list?.split(",").at(-1)?.trim();
}
