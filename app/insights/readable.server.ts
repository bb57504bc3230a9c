import { and, eq, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import { type Rule, readingRule, type Term } from "./readable.ts";

/** `insights`, or a second reading of it under another name. */
type Insights = Record<"visibility" | "teamId" | "authorId" | "withdrawnAt" | "hiddenAt", AnyPgColumn>;

/** The rule as a condition on `insights`, together with: neither withdrawn nor hidden. */
export function readableInSql(rule: Rule, table: Insights = insights): SQL {
  if (rule.length === 0 || rule.some((clause) => clause.length === 0)) {
    throw new Error("a reading rule without clauses or terms would let everyone read everything");
  }
  // Indexes are made for all-staff insights alone: PostgreSQL sees that they serve only where the word is in the text.
  const termInSql = (term: Term): SQL =>
    term.field === "visibility"
      ? sql`${eq(table.visibility, term.is)}`.inlineParams()
      : eq(table[term.field], term.is);
  const clauses = rule.map((clause) => or(...clause.map(termInSql)));
  return and(isNull(table.withdrawnAt), isNull(table.hiddenAt), ...clauses) as SQL;
}

/** Whoever `readerValues` says reads. */
export const readerId: Placeholder = sql.placeholder("readerId");

const reader = {
  id: readerId as unknown as string,
  team: { id: sql.placeholder("readerTeamId") as unknown as string },
};

/** The reading rule of whoever `readerValues` says reads: for a query that is made once and kept. */
export function readableByReader(table: Insights = insights): SQL {
  return readableInSql(readingRule(reader), table);
}

/** The values that `readableByReader` and `readerId` wait for. */
export function readerValues(person: Pick<Person, "id" | "team">): Record<string, unknown> {
  return { readerId: person.id, readerTeamId: person.team.id };
}
