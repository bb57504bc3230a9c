import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { people, sessions, teams } from "#db/schema/people.server.ts";
import { isLiveSession } from "./live-session.server.ts";
import type { Person } from "./person.ts";
import { personColumns } from "./person-columns.server.ts";
import { hashSecretToken } from "./secret-token.server.ts";

export type SessionPerson = { person: Person; sessionId: string };

const findSession = preparedQuery((db) =>
  db
    .select({
      sessionId: sessions.id,
      ...personColumns,
      stale: lt(sessions.lastSeenAt, sql`now() - interval '5 minutes'`).mapWith(Boolean),
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(and(eq(sessions.tokenHash, sql.placeholder("hash")), isLiveSession(), isNull(people.disabledAt)))
    .prepare("session"),
);

/**
 * Whose live session this secret opens: neither idle nor past its end by the database's clock, and not disabled. Asked
 * quietly, by a page and not by a person, it leaves the session as idle as it was.
 */
export async function findSessionPerson(
  token: string,
  { quietly = false } = {},
): Promise<SessionPerson | undefined> {
  const [row] = await findSession({ hash: hashSecretToken(token) });
  if (!row) return undefined;
  const { sessionId, stale, ...person } = row;
  if (stale && !quietly) await noteSeen(sessionId);
  return { person, sessionId };
}

/** A database that takes nothing (a full disk, a replica) can still be read. */
async function noteSeen(sessionId: string): Promise<void> {
  try {
    await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
  }
}
