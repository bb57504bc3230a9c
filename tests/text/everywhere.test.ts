import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build, createServer } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { renderMarkdown } from "#app/text/render-markdown.server.ts";

const root = join(import.meta.dirname, "../..");
const entry = join(root, "app/text/render-markdown.server.ts");
// Long enough to be sent to a thread.
const source = `*x* ${"prose ".repeat(400)}`;
const start = "<p><em>x</em> prose";

vi.setConfig({ testTimeout: 180_000 });
let folder: string;
beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, ".cache/text-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("renders in Vitest", async () => {
  const { html, fallback } = await renderMarkdown(source);
  expect({ start: html.slice(0, start.length), fallback }).toEqual({ start, fallback: false });
});

test("renders from the source under Node alone, and lets the process end", async () => {
  expect(await renderInNode(entry)).toEqual({ start, fallback: false });
});

test("renders from a bundle made by Vite, and lets the process end", async () => {
  await build({
    configFile: false,
    root,
    logLevel: "error",
    build: { ssr: entry, outDir: folder, rollupOptions: { output: { entryFileNames: "bundle.js" } } },
  });
  expect(await renderInNode(join(folder, "bundle.js"))).toEqual({ start, fallback: false });
});

test("renders in Vite's development server", async () => {
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: folder,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const module = await server.ssrLoadModule(entry);
  const { html, fallback } = await module.renderMarkdown(source);
  await server.close();
  expect({ start: html.slice(0, start.length), fallback }).toEqual({ start, fallback: false });
});

async function renderInNode(file: string): Promise<unknown> {
  const script = `
    const { renderMarkdown } = await import(${JSON.stringify(pathToFileURL(file).href)});
    const { html, fallback } = await renderMarkdown(${JSON.stringify(source)});
    console.log(JSON.stringify({ start: html.slice(0, ${start.length}), fallback }));
  `;
  const node = process.execPath;
  const run = await promisify(execFile)(node, ["--input-type=module", "-e", script], {
    cwd: "/",
    timeout: 120_000,
  });
  return JSON.parse(run.stdout);
}
