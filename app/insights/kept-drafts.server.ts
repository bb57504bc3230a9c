import { and, eq, exists, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { insights } from "#db/schema/insights.server.ts";

/**
 * A draft that can still become something: a new insight's until one was posted under its key, a correction's while its
 * author may correct. A save that was under way while its form was posted leaves a row; nobody is shown it.
 */
export function isAlive(): SQL | undefined {
  const posted = db
    .select({ one: sql`1` })
    .from(insights)
    .where(and(eq(insights.authorId, drafts.personId), eq(insights.idempotencyKey, drafts.key)));
  const corrected = db
    .select({ one: sql`1` })
    .from(insights)
    .where(
      and(
        eq(insights.id, drafts.insightId),
        eq(insights.authorId, drafts.personId),
        isNull(insights.withdrawnAt),
        isNull(insights.hiddenAt),
      ),
    );
  return or(and(isNull(drafts.insightId), not(exists(posted))), exists(corrected));
}
