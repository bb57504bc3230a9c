import { and, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { readableByReader, readerValues } from "./readable.server.ts";
import { cardsQuery } from "./select-cards.server.ts";

export const cardsOnAPage = 20;

const findCards = preparedQuery((db) =>
  cardsQuery(db, {
    where: and(sql`${insights.id} = any(${sql.placeholder("ids")}::uuid[])`, readableByReader()),
    orderBy: desc(insights.seq),
    limit: sql.placeholder("limit"),
  }),
);

/** The cards of these insights, in the order asked for; any the person may not read is left out. */
export async function listInsightCards({
  person,
  ids,
}: {
  person: Person;
  ids: readonly string[];
}): Promise<InsightCardData[]> {
  if (ids.length === 0) return [];
  const cards = await findCards({ ids, limit: ids.length, ...readerValues(person) });
  const byId = new Map(cards.map((card) => [card.id, card]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const findDepartmentPage = preparedQuery((db) => {
  // The page is picked by the department's own index first, so that its size does not matter.
  const page = db
    .select({ id: insightDepartments.insightId })
    .from(insightDepartments)
    .innerJoin(insights, eq(insights.id, insightDepartments.insightId))
    .where(
      and(
        sql`${insightDepartments.departmentId} = (
          select ${departments.id} from ${departments} where ${departments.slug} = ${sql.placeholder("slug")})`,
        lt(insightDepartments.insightSeq, sql.placeholder("before")),
        readableByReader(),
        or(
          isNull(sql`${sql.placeholder("freshOn")}::date`),
          and(
            isNull(insights.supersededById),
            or(isNull(insights.reviewOn), sql`${insights.reviewOn} > ${sql.placeholder("freshOn")}::date`),
          ),
        ),
      ),
    )
    .orderBy(desc(insightDepartments.insightSeq))
    .limit(cardsOnAPage + 1);
  return cardsQuery(db, {
    where: inArray(insights.id, page),
    orderBy: desc(insights.seq),
    limit: cardsOnAPage + 1,
  });
});

/** A page of what is known about a department, newest first; `before` is the last page's cursor. */
export async function listDepartmentInsights({
  person,
  slug,
  before = Number.MAX_SAFE_INTEGER,
  freshOn = null,
}: {
  person: Person;
  slug: string;
  before?: number;
  /** Leaves out what is due a check on this day, and what has been replaced. */
  freshOn?: Day | null;
}): Promise<{ cards: InsightCardData[]; older?: number }> {
  const cards = await findDepartmentPage({ slug, before, freshOn, ...readerValues(person) });
  const shown = cards.slice(0, cardsOnAPage);
  return { cards: shown, older: cards.length > cardsOnAPage ? shown.at(-1)?.seq : undefined };
}
