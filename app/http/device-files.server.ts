import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RequestHandler } from "express";

const known = {
  "/service-worker.js": ["service-worker.js", "text/javascript; charset=utf-8"],
  "/offline": ["offline.html", "text/html; charset=utf-8"],
  "/manifest.webmanifest": ["manifest.webmanifest", "application/manifest+json"],
} as const;

/** What a device asks for to keep the site at hand: the same for everybody, looked at anew each time. */
export function deviceFiles(folder: string): RequestHandler {
  const contents = new Map<string, { type: string; content: Buffer }>();
  for (const [path, [file, type]] of Object.entries(known)) {
    const place = join(folder, file);
    if (existsSync(place)) contents.set(path, { type, content: readFileSync(place) });
  }
  return (req, res, next) => {
    const found = req.method === "GET" || req.method === "HEAD" ? contents.get(req.path) : undefined;
    if (!found) return next();
    res.setHeader("Content-Type", found.type);
    res.setHeader("Cache-Control", "no-cache");
    res.setHeader("Content-Length", found.content.length);
    res.end(found.content);
  };
}
