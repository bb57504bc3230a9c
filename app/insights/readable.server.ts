import { and, eq, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import { type Rule, readingRule, type Term } from "./readable.ts";

const columns = { visibility: insights.visibility, teamId: insights.teamId, authorId: insights.authorId };

function termInSql(term: Term): SQL {
  return eq(columns[term.field], term.is);
}

/** The rule as a condition on `insights`, together with: neither withdrawn nor hidden. */
export function readableInSql(rule: Rule): SQL {
  if (rule.length === 0 || rule.some((clause) => clause.length === 0)) {
    throw new Error("a reading rule without clauses or terms would let everyone read everything");
  }
  const clauses = rule.map((clause) => or(...clause.map(termInSql)));
  return and(isNull(insights.withdrawnAt), isNull(insights.hiddenAt), ...clauses) as SQL;
}

/** Whoever `readerValues` says reads. */
export const readerId: Placeholder = sql.placeholder("readerId");

const reader = {
  id: readerId as unknown as string,
  team: { id: sql.placeholder("readerTeamId") as unknown as string },
};

/** The reading rule of whoever `readerValues` says reads: for a query that is made once and kept. */
export function readableByReader(): SQL {
  return readableInSql(readingRule(reader));
}

/** The values that `readableByReader` and `readerId` wait for. */
export function readerValues(person: Pick<Person, "id" | "team">): Record<string, unknown> {
  return { readerId: person.id, readerTeamId: person.team.id };
}
