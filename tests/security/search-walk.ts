import { injections } from "../search/injections.ts";
import { fromFolder, type HostileList, some } from "./hostile-input.ts";
import { ownDates, ownInjections, ownNaughtyStrings } from "./hostile-own.ts";

/** Parameters that can only narrow a search, or change nothing: whatever stands in one, no more is found than without it. */
export const narrowing = [
  "phrase",
  "without",
  "by",
  "in",
  "before",
  "after",
  "since",
  "until",
  "department",
  "tag",
  "channel",
  "kind",
  "team",
  "person",
  "from",
  "to",
  "fresh",
  "unread",
  "sort",
  "limit",
  "filter",
  "visibility",
  "matchingStrategy",
] as const;

/** Parameters that say which words are looked for, and where among what is found one stands. */
export const others = ["q", "words", "page", "cursor", "as", "size"] as const;

const lists: HostileList[] = [
  fromFolder("blns.json", undefined, ownNaughtyStrings),
  fromFolder("sqli-payloadsallthethings.json", undefined, ownInjections),
  fromFolder("path-traversal.json", undefined, ["../../etc/passwd", "..%2f..%2f", "file:///etc/passwd"]),
  fromFolder("csv-injection.json", undefined, ["=1+1", "@SUM(1)", "\t=1"]),
  fromFolder("ssrf-urls.json", undefined, ["http://127.0.0.1:7700/keys", "http://[::1]/"]),
  fromFolder("dompurify-expect.json", undefined, ["<img src=x onerror=alert(1)>"]),
  fromFolder("app-misc-own.json", undefined, [...ownDates, "a\r\nX: y", "İstanbul"]),
];

/** All hostile strings at hand, or some of each list by the seed; those that attack filters are always all there. */
export function hostileTexts(seed: number): { texts: string[]; said: string } {
  const chosen = lists.map((list) => some(list, seed));
  const said = chosen.some((one) => one.said !== "") ? ` (seed ${seed})` : "";
  return { texts: [...injections, ...chosen.flatMap(({ texts }) => texts)], said };
}

/** As it can stand in an address: no half characters, and no longer than addresses may be. */
export function inAddress(text: string): string {
  return encodeURIComponent(text.slice(0, 600).replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}

/** Does `work` for each, a few at a time. */
export async function each<Item>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const go = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at] as Item, at);
  };
  await Promise.all(Array.from({ length: 4 }, go));
}
