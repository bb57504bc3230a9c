import { and, desc, lt } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { selectCards } from "../insights/select-cards.server.ts";
import type { Person } from "../people/person.ts";
import { requestInSql } from "./request-in-sql.server.ts";
import { findsNothing, type SearchRequest } from "./search-request.ts";

type Asked = { person: Person; request: SearchRequest; before?: number; limit: number };

/** A page of the insights a request's filters let through, its words apart, newest first; `next` is its cursor. */
export async function listFilteredInsights({
  person,
  request,
  before,
  limit,
}: Asked): Promise<{ cards: InsightCardData[]; next?: number }> {
  if (findsNothing(request)) return { cards: [] };
  const cards = await selectCards({
    person,
    where: and(
      requestInSql({ person, request }),
      before === undefined ? undefined : lt(insights.seq, before),
    ),
    orderBy: desc(insights.seq),
    limit: limit + 1,
  });
  const shown = cards.slice(0, limit);
  return { cards: shown, next: cards.length > limit ? shown.at(-1)?.seq : undefined };
}
