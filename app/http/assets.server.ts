import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, RequestHandler } from "express";
import { sendProblem } from "./send-problem.server.ts";

type Encoding = "br" | "gzip" | "identity";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const compressible = new Set([".css", ".ico", ".js", ".json", ".map", ".svg", ".webmanifest"]);

const compress: Record<Encoding, (file: Buffer) => Promise<Buffer>> = {
  br: (file) =>
    promisify(brotliCompress)(file, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: file.length } }),
  gzip: (file) => promisify(gzip)(file, { level: 9 }),
  identity: async (file) => file,
};

/**
 * The build's files below `/assets/`, whose names change with their contents. Only names found at start are known, so
 * no address reaches any other file. Each is compressed as well as can be, once, when first asked for, and kept.
 */
export function assets(folder: string): RequestHandler {
  const known = namesIn(resolve(folder));
  const kept = new Map<string, Promise<Buffer>>();
  return async (req, res, next) => {
    if (!req.path.startsWith("/assets/")) return next();
    if (req.method !== "GET" && req.method !== "HEAD") return sendProblem(req, res, 405);
    const extension = extname(req.path);
    const file = known.get(req.path);
    if (!file || !types[extension]) return sendProblem(req, res, 404);
    try {
      const encoding = compressible.has(extension) ? encodingFor(req) : "identity";
      const key = `${encoding} ${file}`;
      if (!kept.has(key)) kept.set(key, readFile(file).then(compress[encoding]));
      const content = await kept.get(key);
      res.setHeader("Content-Type", types[extension]);
      res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      res.setHeader("Vary", "Accept-Encoding");
      if (encoding !== "identity") res.setHeader("Content-Encoding", encoding);
      res.setHeader("Content-Length", content?.length ?? 0);
      res.end(content);
    } catch (error) {
      next(error);
    }
  };
}

function namesIn(folder: string): Map<string, string> {
  const names = readdirSync(join(folder, "assets"), { recursive: true, encoding: "utf8" });
  return new Map(
    names.map((name) => [`/assets/${name.replaceAll("\\", "/")}`, join(folder, "assets", name)]),
  );
}

function encodingFor(req: Request): Encoding {
  if (req.acceptsEncodings("br")) return "br";
  return req.acceptsEncodings("gzip") ? "gzip" : "identity";
}
