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

const most = 24;

/** The whole lists take their time, and so does a machine with much else to do. */
export const longEnough = process.env.CORRIDOR_TEST_LONG ? 60 * 60_000 : 180_000;

/** A few of a list, thrown with the seed; the whole of it with CORRIDOR_TEST_LONG. `said` is for the title. */
export function some({ texts }: HostileList, seed: number): { texts: string[]; said: string } {
  if (process.env.CORRIDOR_TEST_LONG || texts.length <= most) return { texts, said: "" };
  const step = 1 + (seed % (texts.length - 1));
  const chosen = new Set<number>();
  for (let at = seed % texts.length; chosen.size < most; at = (at + step) % texts.length) {
    let free = at;
    while (chosen.has(free)) free = (free + 1) % texts.length;
    chosen.add(free);
  }
  return { texts: [...chosen].map((at) => texts[at] ?? ""), said: `, ${most} of it by seed ${seed}` };
}
