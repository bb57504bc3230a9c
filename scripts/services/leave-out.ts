import type { Plugin } from "vite";
import { type Cut, leftOut } from "./left-out.ts";

/**
 * Takes from React's router and from Remix, on their way to browsers, what nothing here uses: see left-out.ts. What is
 * said there is the condition, and what hangs on it goes by itself as the script is made small. Another version, where a
 * place reads otherwise, stops the build.
 */
export function leaveOut(): Plugin {
  const found = new Map<string, readonly Cut[]>();
  return {
    name: "leave-out",
    enforce: "pre",
    apply: (_, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    transform(code, id) {
      const file = Object.keys(leftOut).find((name) => id.endsWith(`/node_modules/${name}`));
      const cuts = file && leftOut[file];
      if (!cuts) return undefined;
      found.set(file, cuts);
      return { code: cutOut(code, cuts, file), map: null };
    },
    buildEnd(error) {
      const missing = Object.keys(leftOut).filter((file) => !found.has(file));
      if (!error && missing.length > 0) throw new Error(`browsers are sent no ${missing.join(", ")}`);
    },
  };
}

export function cutOut(code: string, cuts: readonly Cut[], file: string): string {
  return cuts.reduce((text, [place, instead]) => {
    const without =
      typeof place === "string" ? text.replaceAll(place, instead) : text.replace(place, instead);
    if (without === text) throw new Error(`${file} reads otherwise than left-out.ts expects: ${place}`);
    return without;
  }, code);
}
