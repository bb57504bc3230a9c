import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { projectFolder } from "./data-folder.ts";
import { readRouteManifest } from "./route-manifest.ts";

type Build = (options: object) => Promise<{ outputFiles: { contents: Uint8Array }[] }>;

const client = join(projectFolder, "build", "client");
const assets = join(client, "assets");

/** Teal and paper: the accent and the ground of `root.css`. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="#0f5a5a"/>
<path d="M160 384V196a96 96 0 0 1 192 0v188" fill="none" stroke="#fbf8f1" stroke-width="36" stroke-linecap="round"/>
<path d="M256 384V252" stroke="#fbf8f1" stroke-width="36" stroke-linecap="round"/></svg>`;

/** Writes what makes the site a thing one can install: service worker, offline page, manifest and icons. */
export async function buildForDevices(build: Build): Promise<void> {
  const svg = write("mark", "svg", Buffer.from(mark));
  const icons = await Promise.all([192, 512].map((size) => icon(size)));
  const style = readRouteManifest().entry.css;
  const script = write("offline-form", "js", await bundled(build, "offline-form.ts", {}));
  const page = readFileSync(join(projectFolder, "app", "offline.html"), "utf8")
    .replace("<!--style-->", style.map((name) => `<link rel="stylesheet" href="${name}">`).join(""))
    .replace("<!--script-->", `<script type="module" src="${script}"></script>`);
  writeFileSync(join(client, "offline.html"), page);
  writeFileSync(join(client, "manifest.webmanifest"), JSON.stringify(manifest(svg, icons)));

  const files = [...style, script, svg, ...assetsNamed(/\.woff2$/)];
  const version = hash(Buffer.from(page + files.join()));
  const define = { CORRIDOR_VERSION: JSON.stringify(version), CORRIDOR_FILES: JSON.stringify(files) };
  writeFileSync(join(client, "service-worker.js"), await bundled(build, "service-worker.ts", define));
}

function manifest(svg: string, icons: readonly object[]): object {
  return {
    id: "/",
    name: "Corridor",
    short_name: "Corridor",
    description: "What a library service hears about its departments",
    lang: "en-GB",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f7f3eb",
    theme_color: "#0f5a5a",
    icons: [{ src: svg, sizes: "any", type: "image/svg+xml" }, ...icons],
    shortcuts: [
      { name: "Post insight", url: "/insights/new" },
      { name: "Search", url: "/search" },
    ],
  };
}

async function icon(size: number): Promise<object> {
  const png = await sharp(Buffer.from(mark)).resize(size, size).png().toBuffer();
  const src = write(`icon-${size}`, "png", png);
  return { src, sizes: `${size}x${size}`, type: "image/png", purpose: "any maskable" };
}

async function bundled(build: Build, entry: string, define: Record<string, string>): Promise<Buffer> {
  const { outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [join("app", entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    define,
    legalComments: "none",
    logLevel: "error",
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}

function write(name: string, extension: string, content: Buffer): string {
  const file = `${name}-${hash(content)}.${extension}`;
  writeFileSync(join(assets, file), content);
  return `/assets/${file}`;
}

function hash(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}

function assetsNamed(pattern: RegExp): string[] {
  return readdirSync(assets)
    .filter((name) => pattern.test(name))
    .map((name) => `/assets/${name}`);
}
