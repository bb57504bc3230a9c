import type { LoaderFunctionArgs } from "@remix-run/node";
import { badRequest } from "../http/problems.server.ts";
import { readCursor } from "../http/search-params.server.ts";
import { departmentsMeant } from "../search/departments-meant.server.ts";
import { listFilteredInsights } from "../search/list-filtered-insights.server.ts";
import { parseSearchRequest } from "../search/search-request.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { excerpt } from "../text/excerpt.ts";
import { readableText } from "../text/html-text.ts";
import { feedAnswer, requireFeedReader } from "./feed-answer.server.ts";

const entriesOnAPage = 30;

/** The insights a search's filters let through, the newest first. */
export async function loader({ request, context: { origin } }: LoaderFunctionArgs) {
  const { reader, key } = await requireFeedReader(request);
  const parameters = new URL(request.url).searchParams;
  const before = readCursor(parameters.get("cursor") ?? undefined);
  for (const name of ["key", "cursor"]) parameters.delete(name);
  const asked = parseSearchRequest(parameters);
  // Left out they would widen it: a reader would take for found what nobody asked for.
  if (asked.q || asked.phrases.length > 0 || asked.excluded.length > 0)
    badRequest("A feed takes a search's filters, and no words.");
  if (asked.unread) badRequest("A feed does not know what has been read.");
  const [{ cards, next }, { libraryName }] = await Promise.all([
    listFilteredInsights({
      person: reader,
      request: { ...asked, departments: await departmentsMeant(asked.departments) },
      before,
      limit: entriesOnAPage,
    }),
    findLibrarySettings(),
  ]);
  const address = (cursor?: number) => {
    const query = new URLSearchParams(parameters);
    query.set("key", key);
    if (cursor !== undefined) query.set("cursor", String(cursor));
    return `${origin}/feeds/insights.atom?${query}`;
  };
  const filters = parameters.size > 0 ? `?${parameters}` : "";
  const feed = {
    id: `${origin}/feeds/insights.atom${filters}`,
    title: `Insights, ${libraryName}`,
    self: address(before),
    page: `${origin}/search${filters}`,
    next: next === undefined ? undefined : address(next),
    updated: new Date(0),
    base: `${origin}/`,
    entries: cards.map((card) => ({
      id: `urn:uuid:${card.id}`,
      title: `${card.departments.map(({ name }) => name).join(", ")}: ${excerpt(readableText(card.html), 90)}`,
      link: `${origin}/insights/${card.id}`,
      published: new Date(card.postedAt),
      updated: new Date(card.editedAt ?? card.postedAt),
      author: card.author.name,
      categories: card.tags,
      html: card.html,
    })),
  };
  return feedAnswer({ request, feed });
}
