import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights, insightTags } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";
import { selectCards } from "./select-cards.server.ts";

const cardsOnAPage = 20;

type Asked = { person: Person; tagId: string; before?: number };

/** A page of what was heard under a tag, newest first; `before` is the last page's cursor. */
export async function listTagInsights({ person, tagId, before }: Asked): Promise<{
  cards: InsightCardData[];
  older?: number;
}> {
  const tagged = db
    .select({ id: insightTags.insightId })
    .from(insightTags)
    .where(eq(insightTags.tagId, tagId));
  const cards = await selectCards({
    person,
    where: and(
      inArray(insights.id, tagged),
      before === undefined ? undefined : lt(insights.seq, before),
      readableInSql(readingRule(person)),
    ),
    orderBy: desc(insights.seq),
    limit: cardsOnAPage + 1,
  });
  const shown = cards.slice(0, cardsOnAPage);
  return { cards: shown, older: cards.length > cardsOnAPage ? shown.at(-1)?.seq : undefined };
}
