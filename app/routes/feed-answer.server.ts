import { notFound } from "../http/problems.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { throttleFeed } from "../http/throttle.server.ts";
import { nobody } from "../insights/nobody.ts";
import { findFeedReader } from "../people/find-feed-reader.server.ts";
import type { Person } from "../people/person.ts";
import { type AtomFeed, writeAtom } from "../text/atom.ts";

/**
 * As whom a feed is read: the key's person, or nobody in particular where the key shows what all staff may read. An
 * unknown key finds nothing, as if there were no feed; cookies mean nothing here.
 */
export async function requireFeedReader(request: Request): Promise<{ reader: Person; key: string }> {
  const { key = "" } = searchParams(request, { one: ["key"] });
  const { person, scope } = (await findFeedReader(key)) ?? notFound();
  await throttleFeed(person);
  return { reader: scope === "mine" ? person : nobody, key };
}

export function feedAnswer(feed: AtomFeed): Response {
  return new Response(writeAtom(feed), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "no-store" },
  });
}
