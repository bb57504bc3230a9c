import { and, gt, lte, or, type SQL, sql } from "drizzle-orm";
import { sessions } from "#db/schema/people.server.ts";
import { env } from "../env.server.ts";

/** True of a session that still opens something by the database's clock: neither idle for too long nor past its end. */
export function isLiveSession(): SQL | undefined {
  return and(gt(sessions.expiresAt, sql`now()`), gt(sessions.lastSeenAt, idleSince()));
}

/** The opposite: nothing brings such a session back. */
export function isOverSession(): SQL | undefined {
  return or(lte(sessions.expiresAt, sql`now()`), lte(sessions.lastSeenAt, idleSince()));
}

function idleSince(): SQL {
  return sql`now() - make_interval(hours => ${env().SESSION_IDLE_HOURS}::int)`;
}
