import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { people, sessions, teams } from "#db/schema/people.server.ts";
import { changeColumns, lookForChanges } from "../events/look-for-changes.server.ts";
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
      ...changeColumns,
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
  return (await lookUpSession(token, { quietly })).session;
}

type LookedUp = {
  session?: SessionPerson;
  /** Since which number (`toldOfChanges`) nothing has changed that pages are made of; undefined when something has. */
  unchangedSince?: number;
};

/** The same, and in the same question whether what is kept of pages still stands. */
export async function lookUpSession(token: string, { quietly = false } = {}): Promise<LookedUp> {
  const look = lookForChanges();
  const [row] = await findSession({ hash: hashSecretToken(token), ...look.values });
  if (!row) return {};
  const { sessionId, stale, snapshot, changed, ...person } = row;
  const unchangedSince = look.told({ snapshot, changed });
  if (stale && !quietly) await noteSeen(sessionId);
  return { session: { person, sessionId }, unchangedSince };
}

/** A database that takes nothing (a full disk, a replica) can still be read. */
async function noteSeen(sessionId: string): Promise<void> {
  try {
    await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
  }
}
