import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownHostileMarkdown } from "./hostile-markdown.ts";
import { ownSlowMarkdown } from "./hostile-slow-markdown.ts";

type List = { name: string; texts: string[] };
type Entry = {
  payload?: string;
  markdown?: string;
  unit?: string | null;
  repeat?: number;
  tail?: string | null;
};

const folder = process.env.CORRIDOR_TEST_DATA;

/** Texts that try to smuggle something into the page. */
export function hostileMarkdown(): List {
  const own = { name: "the repository's own list", texts: ownHostileMarkdown };
  return fromFolder(["markdown-xss-own.json", "dompurify-expect.json", "blns.json"]) ?? own;
}

/** Texts that make Markdown renderers slow, each no longer than a body may be. */
export function slowMarkdown(): List {
  const own = { name: "the repository's own list", texts: ownSlowMarkdown };
  return fromFolder(["marked-redos.json", "markdown-pathological-own.json"]) ?? own;
}

function fromFolder(files: string[]): List | undefined {
  if (!folder || !files.every((file) => existsSync(join(folder, file)))) return undefined;
  const texts = files.flatMap((file) => {
    const entries: (string | Entry)[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return entries.map(textOf).filter((text) => text !== undefined);
  });
  return { name: files.join(", "), texts };
}

function textOf(entry: string | Entry): string | undefined {
  if (typeof entry === "string") return entry;
  const { payload, markdown, unit, repeat = 1, tail } = entry;
  if (unit) return unit.repeat(Math.min(repeat, Math.floor(19_900 / unit.length))) + (tail ?? "");
  return payload ?? markdown;
}
