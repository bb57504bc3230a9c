import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { readableByReader, readerValues } from "./readable.server.ts";
import { cardsQuery } from "./select-cards.server.ts";

export const mostQuestions = 10;

/** Asked of colleagues, and not answered yet. */
export const isOpenQuestion = and(sql`${insights.kind} = 'question'`, isNull(insights.answeredAt));

const aboutDepartment = preparedQuery((db) =>
  cardsQuery(db, {
    // Picked first, by `seq`: the index of all open questions and the department's own are then read side by side.
    where: sql`${insights.id} = any(array(${db
      .select({ id: insights.id })
      .from(insightDepartments)
      .innerJoin(insights, eq(insights.seq, insightDepartments.insightSeq))
      .where(
        and(
          sql`${insightDepartments.departmentId} = (
            select ${departments.id} from ${departments} where ${departments.slug} = ${sql.placeholder("slug")})`,
          isOpenQuestion,
          readableByReader(),
        ),
      )
      .orderBy(desc(insightDepartments.insightSeq))
      .limit(mostQuestions)}))`,
    orderBy: desc(insights.seq),
    limit: mostQuestions,
  }),
);

/** The latest open questions about a department that this person may read. */
export function listDepartmentQuestions(person: Person, slug: string): Promise<InsightCardData[]> {
  return aboutDepartment({ slug, ...readerValues(person) });
}
