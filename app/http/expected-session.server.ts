import { isDeepStrictEqual } from "node:util";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { type AskedAlong, lookUpSession, type SessionPerson } from "../people/find-session-person.server.ts";

const most = 2_000;
const remembered = new Map<string, SessionPerson>();

/**
 * Whose session this token opens. Where nothing is written (`mayExpect`) the answer is begun with whoever it opened
 * last, while the database is asked beside it: one wave of questions instead of two. `restsOn` tells what it said,
 * and nothing is sent before that: an answer made for somebody else, or for nobody any more, is thrown away and made anew.
 */
export async function expectSession(
  token: string,
  context: AppLoadContext,
  columns: AskedAlong = {},
): Promise<SessionPerson | undefined> {
  const lookedUp = lookUpSession(token, columns);
  context.unread = lookedUp.then(
    ({ unread }) => unread,
    () => undefined,
  );
  if (columns.beside) {
    const told = lookedUp.then(
      ({ beside }) => beside,
      () => undefined,
    );
    context.besideSession = { name: columns.beside.name, told };
  }
  const found = lookedUp.then(({ session }) => remember(token, session));
  const expected = context.mayExpect ? remembered.get(token) : undefined;
  if (!expected) return found;
  const stands = found.then(
    (session) => isDeepStrictEqual(session, expected),
    () => false,
  );
  context.restsOn = [stands];
  context.unchangedSince = lookedUp.then(
    ({ unchangedSince }) => unchangedSince,
    () => undefined,
  );
  return expected;
}

function remember(token: string, session: SessionPerson | undefined): SessionPerson | undefined {
  remembered.delete(token);
  if (!session) return undefined;
  const [oldest] = remembered.keys();
  if (remembered.size >= most && oldest !== undefined) remembered.delete(oldest);
  remembered.set(token, session);
  return session;
}
