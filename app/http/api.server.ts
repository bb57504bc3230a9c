import { expectApiKeyPerson, findApiKeyPerson } from "../people/find-api-key-person.server.ts";
import type { KeyHeld } from "../people/hold-api-key.server.ts";
import type { Person } from "../people/person.ts";
import { keyIn } from "./api-key-guard.server.ts";
import { apiProblem } from "./api-problem.server.ts";
import { throttleCall } from "./throttle.server.ts";
import { wholeAnswer } from "./whole-answer.server.ts";

/** What was asked for, as JSON that nothing on the way may keep. */
export function apiAnswer(
  body: object,
  { status = 200, headers }: { status?: number; headers?: HeadersInit } = {},
): Response {
  const all = new Headers(headers);
  all.set("Content-Type", "application/json; charset=utf-8");
  all.set("Cache-Control", "no-store");
  return wholeAnswer(JSON.stringify(body), { status, headers: all });
}

/**
 * Whom the request's key acted as a moment ago; undefined when that is not known. The call is counted for them, and a 429
 * thrown when it is one too many.
 */
export async function expectApiPerson(request: Request): Promise<KeyHeld | undefined> {
  const key = keyIn(request.headers.get("Authorization"));
  const expected = key === undefined ? undefined : expectApiKeyPerson(key);
  if (key === undefined || !expected) return undefined;
  try {
    await throttleCall(request, expected.person);
    return expected;
  } catch (refusal) {
    // Whoever has no key is told that, not how long to wait.
    if (await findApiKeyPerson(key)) throw refusal;
    return undefined;
  }
}

/**
 * Whom the request's key acts as; throws a 401 for none or an unknown one, a 429 for too many calls, unless it has been
 * `countedFor` them. Cookies mean nothing here.
 */
export async function requireApiPerson(request: Request, countedFor?: Person): Promise<Person> {
  const key = keyIn(request.headers.get("Authorization"));
  const person = key && (await findApiKeyPerson(key));
  if (person) {
    if (person.id !== countedFor?.id) await throttleCall(request, person);
    return person;
  }
  throw apiProblem({
    status: 401,
    title: "An API key is needed",
    detail: "Send Authorization: Bearer <api key>.",
  });
}

/** The action of what can only be read. */
export function onlyRead(): Response {
  const [title, allow] = ["That can only be read", "GET, HEAD"];
  return apiProblem({ status: 405, title, allow });
}

type Reading = {
  /** Parameters this address has. */
  known: readonly string[];
};

/**
 * What a call's address asks for; throws a 400 problem for a parameter there is not. A program that misspells a filter
 * would else be given everything, and take it for what it asked for.
 */
export function readParameters(request: Request, { known }: Reading): URLSearchParams {
  const parameters = new URL(request.url).searchParams;
  const unknown = [...new Set(parameters.keys())].filter((name) => !known.includes(name));
  if (unknown.length === 0) return parameters;
  throw misunderstood(Object.fromEntries(unknown.map((name) => [name, "There is no such parameter here"])));
}

/** A 400 that says which parameters could not be understood. */
export function misunderstood(problems: Record<string, string>): Response {
  return apiProblem({ status: 400, title: "The address could not be understood", problems });
}

/** The JSON object a request carries; throws a 400 or 415 problem for anything else. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw apiProblem({ status: 415, title: "Send application/json" });
  try {
    const text = await request.text();
    // PostgreSQL cannot keep U+0000.
    return text.includes("\\u0000") ? JSON.parse(text, withoutNul) : JSON.parse(text);
  } catch {
    throw apiProblem({ status: 400, title: "The body is not JSON" });
  }
}

function withoutNul(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "") : value;
}
