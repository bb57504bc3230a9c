import { createHash } from "node:crypto";
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

/** Tells two states of a feed apart. Weak, as it is packed on its way in more ways than one. */
export function feedTag(entries: AtomFeed["entries"]): string {
  const digest = createHash("sha256").update(JSON.stringify(entries)).digest("base64url");
  return `W/"${digest.slice(0, 27)}"`;
}

type Answering = { request: Request; feed: AtomFeed; tag?: string };

/** A feed; or no more than that it still is as the program that asks has it. `tag`: where it is known already. */
export function feedAnswer({ request, feed, tag = feedTag(feed.entries) }: Answering): Response {
  // For its reader alone, who asks each time whether it still is so.
  const headers = { ETag: tag, "Cache-Control": "private, no-cache" };
  if (names(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });
  return new Response(writeAtom(feed), {
    headers: { ...headers, "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}

function names(header: string | null, tag: string): boolean {
  const bare = (one: string) => one.trim().replace(/^W\//, "");
  return (header ?? "").split(",").some((one) => bare(one) === bare(tag));
}
