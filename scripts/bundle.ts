// The second half of `npm run build`: web server, worker and migration with all they import in a few files. From thousands of
// files they take four times the memory and several times as long to start.
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectFolder } from "./services/data-folder.ts";
import { buildForDevices } from "./services/device-build.ts";
import { packRouteManifest } from "./services/route-manifest.ts";
import { runCommand } from "./services/run-command.ts";

// Vite's own esbuild: the one npm lays at the top is an older package's, too old for our sources.
const { resolve } = createRequire(createRequire(import.meta.url).resolve("vite"));

/** What bundled CommonJS packages expect to find around them. */
const commonJs = `
import { createRequire as corridorRequire } from "node:module";
const require = corridorRequire(import.meta.url);
const { filename: __filename, dirname: __dirname } = import.meta;`;

await runCommand(async () => {
  const outdir = join(projectFolder, "build", "server");
  const { build } = await import(resolve("esbuild"));
  await build({
    absWorkingDir: projectFolder,
    entryPoints: ["serve", "worker", "prepare"].map((name) => join("scripts", `${name}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: commonJs },
    // Vite is development's; argon2 and sharp are native libraries, found beside their packages.
    external: ["vite", "@node-rs/argon2", "sharp"],
    // What a program is written in stays in memory as long as it runs. Names stay, for whoever reads where it failed.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    legalComments: "none",
    logLevel: "error",
  });
  packRouteManifest();
  await buildForDevices(build);
  // The bundled migration looks for its files beside itself.
  cpSync(join(projectFolder, "db", "migrations"), join(outdir, "migrations"), { recursive: true });
});
