import { findApiKeyPerson } from "../people/find-api-key-person.server.ts";
import type { Person } from "../people/person.ts";

type ApiProblem = { status: number; title: string; detail?: string; problems?: object };

/** An answer that says what is wrong, in the form of RFC 9457. */
export function apiProblem({ status, title, detail, problems }: ApiProblem): Response {
  const headers = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  const challenge = status === 401 ? { "WWW-Authenticate": "Bearer" } : undefined;
  const body = JSON.stringify({ type: "about:blank", status, title, detail, problems });
  return new Response(body, { status, headers: { ...headers, ...challenge } });
}

/** What was asked for, as JSON that nothing on the way may keep. */
export function apiAnswer(
  body: object,
  { status = 200, headers }: { status?: number; headers?: HeadersInit } = {},
): Response {
  const all = new Headers(headers);
  all.set("Content-Type", "application/json; charset=utf-8");
  all.set("Cache-Control", "no-store");
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** Whom the request's key acts as; throws a 401 for none or an unknown one. Cookies mean nothing here. */
export async function requireApiPerson(request: Request): Promise<Person> {
  const key = /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  const person = key && (await findApiKeyPerson(key));
  if (person) return person;
  throw apiProblem({
    status: 401,
    title: "An API key is needed",
    detail: "Send Authorization: Bearer <api key>.",
  });
}

/** The JSON object a request carries; throws a 400 or 415 problem for anything else. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw apiProblem({ status: 415, title: "Send application/json" });
  try {
    return await request.json();
  } catch {
    throw apiProblem({ status: 400, title: "The body is not JSON" });
  }
}
