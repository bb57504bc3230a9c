import { and, desc, eq, lt, sql } from "drizzle-orm";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Person } from "../people/person.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { cardsOnAPage } from "./list-insight-cards.server.ts";
import { readableByReader, readerValues } from "./readable.server.ts";
import { cardsQuery } from "./select-cards.server.ts";

const findPage = preparedQuery((db) =>
  cardsQuery(db, {
    where: and(
      eq(
        insights.authorId,
        sql`(select ${people.id} from ${people} where ${people.handle} = ${sql.placeholder("handle")})`,
      ),
      lt(insights.seq, sql.placeholder("before")),
      readableByReader(),
    ),
    orderBy: desc(insights.seq),
    limit: cardsOnAPage + 1,
  }),
);

/** A page of what somebody posted and the reader may see, newest first; `before` is the last page's cursor. */
export async function listPersonInsights({
  person,
  handle,
  before = Number.MAX_SAFE_INTEGER,
}: {
  person: Person;
  handle: string;
  before?: number;
}): Promise<{ cards: InsightCardData[]; older?: number }> {
  const cards = await findPage({ handle, before, ...readerValues(person) });
  const shown = cards.slice(0, cardsOnAPage);
  return { cards: shown, older: cards.length > cardsOnAPage ? shown.at(-1)?.seq : undefined };
}
