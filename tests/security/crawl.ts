import type { Client, Page } from "#tests/support/client.ts";
import { leadsOn } from "#tests/support/pages.ts";

export type Visit = { address: string; page: Page };

const mostPages = 900;

/**
 * Opens everything that can be reached from the first page by links and GET forms, each page also as the data the
 * browser's own navigation asks for. A search is narrowed by one filter at a time, a timeline by one of two; weeks are followed back to `oldest`.
 */
export async function crawl(
  client: Client,
  { from = ["/"], oldest }: { from?: string[]; oldest: string },
): Promise<Visit[]> {
  const seen = new Set(from);
  const visits: Visit[] = [];
  for (const address of seen) {
    if (visits.length > mostPages)
      throw new Error(`more than ${mostPages} pages: ${[...seen].slice(-20).join(" ")}`);
    const page = await client.get(address);
    visits.push({ address, page }, { address: asData(address), page: await client.get(asData(address)) });
    for (const next of leadsOn(page.text).map(plain)) if (isWorthSeeing(next, oldest)) seen.add(next);
  }
  return visits;
}

/** The address under which the same page's data is asked for by script. */
export function asData(address: string): string {
  const [path = "", query] = address.split("?");
  return `${path === "/" ? "/_root" : path}.data${query === undefined ? "" : `?${query}`}`;
}

/** Without empty parameters: the same page as with them. */
function plain(address: string): string {
  const [path = "", query = ""] = address.split("?");
  const filled = new URLSearchParams([...new URLSearchParams(query)].filter(([, value]) => value !== ""));
  return filled.size > 0 ? `${path}?${filled}` : path;
}

function isWorthSeeing(address: string, oldest: string): boolean {
  const { pathname, searchParams } = new URL(address, "http://corridor.invalid");
  if (pathname.startsWith("/assets/") || ["/sign-in", "/sign-out"].includes(pathname)) return false;
  if (pathname.startsWith("/weeks/")) return pathname.slice("/weeks/".length) >= oldest;
  // One filter of each sort stands for all of them.
  if (pathname.endsWith("/timeline"))
    return ["", "channel=coffee", "kind=observation"].includes(String(searchParams));
  const asked = [...searchParams.keys()].filter((name) => name !== "page");
  // Of what might be saved, what has a tag: the only name in it that not everybody may know.
  if (pathname === "/search/save") return asked.length === 1 && asked[0] === "tag";
  const isSearch = pathname === "/search" || pathname === "/search/more";
  return !isSearch || asked.length <= 1;
}
