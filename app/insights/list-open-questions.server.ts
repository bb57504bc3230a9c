import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { readableByReader, readableInSql, readerValues } from "./readable.server.ts";
import { allStaffRule } from "./readable.ts";
import { cardsQuery } from "./select-cards.server.ts";

const mostQuestions = 10;
const isOpenQuestion = and(sql`${insights.kind} = 'question'`, isNull(insights.answeredAt));

const forAllStaff = preparedQuery(() =>
  cardsQuery({
    where: and(isOpenQuestion, readableInSql(allStaffRule)),
    orderBy: desc(insights.seq),
    limit: mostQuestions,
  }),
);

/** The latest open questions put to all staff. */
export function listOpenQuestions(person: Person): Promise<InsightCardData[]> {
  return forAllStaff(readerValues(person));
}

const aboutDepartment = preparedQuery(() =>
  cardsQuery({
    where: and(
      isOpenQuestion,
      inArray(
        insights.id,
        db
          .select({ id: insightDepartments.insightId })
          .from(insightDepartments)
          .innerJoin(departments, eq(departments.id, insightDepartments.departmentId))
          .where(eq(departments.slug, sql.placeholder("slug"))),
      ),
      readableByReader(),
    ),
    orderBy: desc(insights.seq),
    limit: mostQuestions,
  }),
);

/** The latest open questions about a department that this person may read. */
export function listDepartmentQuestions(person: Person, slug: string): Promise<InsightCardData[]> {
  return aboutDepartment({ slug, ...readerValues(person) });
}
