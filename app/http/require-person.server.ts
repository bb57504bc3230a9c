import { redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/server-runtime";
import {
  type AskedAlong,
  findSessionPerson,
  type SessionPerson,
} from "#app/people/find-session-person.server.ts";
import type { Person } from "../people/person.ts";
import { expectSession } from "./expected-session.server.ts";
import { readSessionToken } from "./session-cookie.server.ts";
import { throttleFile, throttleKeystroke, throttlePage } from "./throttle.server.ts";

// Every loader of a page gets a Request of its own but the same context: one look-up a page.
const sessions = new WeakMap<AppLoadContext, Promise<SessionPerson | undefined>>();

/** Who is signed in, and by which session; the first who asks for a page may ask something along. */
export function findSession(
  request: Request,
  context: AppLoadContext,
  columns: AskedAlong = {},
): Promise<SessionPerson | undefined> {
  let session = sessions.get(context);
  if (!session) {
    const token = readSessionToken(request);
    session = token ? expectSession(token, context, columns) : Promise.resolve(undefined);
    sessions.set(context, session);
  }
  return session;
}

/** Who is signed in, or undefined: for the few pages that anybody may see. */
export async function optionalPerson(request: Request, context: AppLoadContext): Promise<Person | undefined> {
  return (await findSession(request, context))?.person;
}

/**
 * The same, with how much they have not read, counted in the same question: the loader that is called first asks it.
 * Undefined where another was.
 */
export async function optionalReader(
  request: Request,
  context: AppLoadContext,
  columns: AskedAlong,
): Promise<{ person: Person | undefined; unread: number | undefined }> {
  const session = await findSession(request, context, columns);
  return { person: session?.person, unread: await context.unread };
}

/** Who is signed in; anybody else is sent to sign in, and whoever asks too often to wait. */
export async function requirePerson(
  request: Request,
  context: AppLoadContext,
  columns?: AskedAlong,
): Promise<Person> {
  return (await requireSession(request, context, columns)).person;
}

/** The same with the session's id, for the pages that list and end sessions. */
export async function requireSession(
  request: Request,
  context: AppLoadContext,
  columns?: AskedAlong,
): Promise<SessionPerson> {
  const session = (await findSession(request, context, columns)) ?? signedOut(request, context);
  await throttlePage({ request, context, person: session.person });
  return session;
}

/** Who types in the search box; counted by the keystroke instead of by the page. */
export async function requireTypist(
  request: Request,
  context: AppLoadContext,
  columns?: AskedAlong,
): Promise<Person> {
  const { person } = (await findSession(request, context, columns)) ?? signedOut(request, context);
  await throttleKeystroke(person);
  return person;
}

/** Who looks at a picture or saves a file; counted apart, as a page may show many. */
export async function requireViewer(request: Request, context: AppLoadContext): Promise<Person> {
  const { person } = (await findSession(request, context)) ?? signedOut(request, context);
  await throttleFile(person);
  return person;
}

/** Who looks at a page that asks something by itself from time to time: that keeps no session from growing idle. */
export async function requireOnlooker(request: Request, context: AppLoadContext): Promise<Person> {
  const token = readSessionToken(request);
  const session = token ? await findSessionPerson(token, { quietly: true }) : undefined;
  if (!session) throw new Response("Signed out", { status: 401, statusText: "Unauthorized" });
  await throttlePage({ request, context, person: session.person });
  return session.person;
}

/**
 * A page can be asked for again after signing in. A form cannot: its action answers 401, which `orTryAgain` turns
 * into a word to the form, and without JavaScript the loaders that follow must not lead away from it either.
 */
function signedOut(request: Request, context: AppLoadContext): never {
  if (request.method !== "GET" && request.method !== "HEAD") context.problem = "signed-out";
  if (context.problem === "signed-out") {
    throw new Response("Signed out", { status: 401, statusText: "Unauthorized" });
  }
  const { pathname, search } = new URL(request.url);
  const to = pathname + search;
  throw redirect(to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`);
}
