import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type HostileList = { name: string; texts: string[] };

type Entry = string | { list?: string; payload?: string };

const folder = process.env.CORRIDOR_TEST_DATA;

/** A list of the larger collection, when its folder is named in CORRIDOR_TEST_DATA, else the repository's own. */
export function fromFolder(file: string, list: string | undefined, own: readonly string[]): HostileList {
  const path = folder && join(folder, file);
  if (!path || !existsSync(path)) return { name: "the repository's own list", texts: [...own] };
  const entries: Entry[] = JSON.parse(readFileSync(path, "utf8"));
  const texts = entries
    .filter((entry) => list === undefined || (typeof entry !== "string" && entry.list === list))
    .map((entry) => (typeof entry === "string" ? entry : (entry.payload ?? "")));
  return { name: list ? `${list} of ${file}` : file, texts };
}
