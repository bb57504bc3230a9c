import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import type { Rule, Term } from "./readable.ts";

const columns = { visibility: insights.visibility, teamId: insights.teamId, authorId: insights.authorId };

function termInSql(term: Term): SQL {
  return eq(columns[term.field], term.is);
}

/** The rule as a condition on `insights`, together with: neither withdrawn nor hidden. */
export function readableInSql(rule: Rule): SQL {
  const clauses = rule.map((clause) => or(...clause.map(termInSql)));
  const condition = and(isNull(insights.withdrawnAt), isNull(insights.hiddenAt), ...clauses);
  if (!condition) throw new Error("a reading rule without clauses would let everyone read everything");
  return condition;
}
