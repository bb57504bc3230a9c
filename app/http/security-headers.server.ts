import type { RequestHandler } from "express";
import { factsOf } from "./identify-request.server.ts";
import type { Site } from "./site.server.ts";

type Options = { site: Site; dev: boolean };

const always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
  "X-Frame-Options": "DENY",
  // Pages and data show what only their reader may see; assets say otherwise for themselves.
  "Cache-Control": "no-store",
};

const oneYear = 31_536_000;

/** The headers every answer carries, ours and Remix's, pages and errors. */
export function securityHeaders({ site, dev }: Options): RequestHandler {
  const secure = site.origin?.startsWith("https:");
  return (_req, res, next) => {
    for (const [name, value] of Object.entries(always)) res.setHeader(name, value);
    res.setHeader("Content-Security-Policy", contentSecurityPolicy(factsOf(res).nonce, dev));
    if (secure) res.setHeader("Strict-Transport-Security", `max-age=${oneYear}`);
    next();
  };
}

function contentSecurityPolicy(nonce: string, dev: boolean): string {
  // In development Vite's client adds style elements and talks over a socket. Scripts are held to the nonce there too.
  const styles = dev ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}
