import { createRequire } from "node:module";
import { join } from "node:path";
import { projectFolder } from "#scripts/services/data-folder.ts";

// Vite's own, as `scripts/bundle.ts` takes it.
const { resolve } = createRequire(createRequire(import.meta.url).resolve("vite"));

/** What is imported of Drizzle, by us and by whoever uses it here. */
const parts = ["index", "errors", "migrator", "pg-core/index", "postgres-js/index", "postgres-js/migrator"];

/**
 * Drizzle as one piece for each of these, put into this folder. As it comes it is three hundred files, whose loading
 * costs half a second of processor in each of three hundred test files.
 */
export async function makeDrizzleInOnePiece(outdir: string): Promise<void> {
  const { build } = await import(resolve("esbuild"));
  const drizzle = join(projectFolder, "node_modules", "drizzle-orm");
  await build({
    entryPoints: parts.map((part) => join(drizzle, `${part}.js`)),
    outbase: drizzle,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    packages: "external",
    logLevel: "error",
  });
}
