import { and, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { type Db, db } from "#db/client.server.ts";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { people, sessions, teams } from "#db/schema/people.server.ts";
import { changeColumns, lookForChanges } from "../events/look-for-changes.server.ts";
import { isLiveSession } from "./live-session.server.ts";
import type { Person } from "./person.ts";
import { personColumns } from "./person-columns.server.ts";
import { hashSecretToken } from "./secret-token.server.ts";

export type SessionPerson = { person: Person; sessionId: string };

/** How, in a question about `people`, what one of them has not read is counted: a room above this one knows. */
type UnreadColumn = (over: Db) => SQL<number>;

/** What a room above wants to know in the same question: one value, which may be of whoever asks. */
export type ColumnBeside = {
  /** By which it is known again among what has been told. */
  name: string;
  /** The same one each time: a statement is kept for it. */
  column: () => SQL;
  /** For the places it leaves open. */
  values?: Record<string, unknown>;
};

/** What was told of it, or undefined where nothing could be. */
export type ToldBeside = { name: string; told: Promise<unknown> };

type Columns = { counted?: UnreadColumn; column?: ColumnBeside["column"] };

const made: (Columns & { find: ReturnType<typeof preparedSession> })[] = [];

function sessionWith({ counted, column }: Columns): ReturnType<typeof preparedSession> {
  const known = made.find((one) => one.counted === counted && one.column === column);
  if (known) return known.find;
  const find = preparedSession({ counted, column });
  made.push({ counted, column, find });
  return find;
}

function preparedSession({ counted, column }: Columns) {
  return preparedQuery((db) =>
    sessionQuery(db, { unread: counted?.(db) ?? sql<null>`null`, beside: column?.() ?? sql<null>`null` }),
  );
}

function sessionQuery(over: Db, more: { unread: SQL<number | null>; beside: SQL }) {
  return over
    .select({
      sessionId: sessions.id,
      ...personColumns,
      stale: lt(sessions.lastSeenAt, sql`now() - interval '5 minutes'`).mapWith(Boolean),
      ...changeColumns,
      ...more,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(and(eq(sessions.tokenHash, sql.placeholder("hash")), isLiveSession(), isNull(people.disabledAt)))
    .prepare("session");
}

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
  /** How much they have not read, where it was counted. */
  unread?: number;
  /** What was asked beside it. */
  beside?: unknown;
};

/** What is asked in the same question. */
export type AskedAlong = { counted?: UnreadColumn; beside?: ColumnBeside };

/**
 * The same, and in the same question whether what is kept of pages still stands; `counted`: and how much is unread;
 * `beside`: and what somebody else wants to know.
 */
export async function lookUpSession(
  token: string,
  { quietly = false, counted, beside: wanted }: AskedAlong & { quietly?: boolean } = {},
): Promise<LookedUp> {
  const look = lookForChanges();
  const find = sessionWith({ counted, column: wanted?.column });
  const [row] = await find({ hash: hashSecretToken(token), ...look.values, ...wanted?.values });
  if (!row) return {};
  const { sessionId, stale, snapshot, changed, unread, beside, ...person } = row;
  const unchangedSince = look.told({ snapshot, changed });
  if (stale && !quietly) await noteSeen(sessionId);
  return { session: { person, sessionId }, unchangedSince, unread: unread ?? undefined, beside };
}

/** A database that takes nothing (a full disk, a replica) can still be read. */
async function noteSeen(sessionId: string): Promise<void> {
  try {
    await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
  }
}
