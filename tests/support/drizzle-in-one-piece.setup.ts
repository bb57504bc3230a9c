import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";

const drizzle = pathToFileURL(join(projectFolder, "node_modules", "drizzle-orm", "/")).href;
const inOnePiece = pathToFileURL(join(inject("drizzle"), "/")).href;

// Whoever imports Drizzle in this process, the build too, is given the piece made for the run.
registerHooks({
  resolve(specifier, context, next) {
    if (context.parentURL?.startsWith(inOnePiece) && !specifier.startsWith("."))
      // What it needs is looked for where it really lies.
      return next(specifier, { ...context, parentURL: `${drizzle}index.js` });
    const found = next(specifier, context);
    if (!found.url.startsWith(drizzle)) return found;
    return {
      ...found,
      url: inOnePiece + found.url.slice(drizzle.length).replace(/\.js$/, ".mjs"),
      format: "module",
    };
  },
});
