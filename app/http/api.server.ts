import { findApiKeyPerson } from "../people/find-api-key-person.server.ts";
import type { Person } from "../people/person.ts";
import { keyIn } from "./api-key-guard.server.ts";
import { apiProblem } from "./api-problem.server.ts";
import { throttleCall } from "./throttle.server.ts";

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

/** Whom the request's key acts as; throws a 401 for none or an unknown one, a 429 for too many calls. Cookies mean nothing here. */
export async function requireApiPerson(request: Request): Promise<Person> {
  const key = keyIn(request.headers.get("Authorization"));
  const person = key && (await findApiKeyPerson(key));
  if (person) {
    await throttleCall(request, person);
    return person;
  }
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
