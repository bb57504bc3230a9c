import type { ActionFunctionArgs } from "@remix-run/node";
import { demonstrationAllowed } from "../http/demonstration.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { readSessionToken, sessionCookie } from "../http/session-cookie.server.ts";
import { endSession } from "../people/end-sessions.server.ts";
import { findSessionPerson } from "../people/find-session-person.server.ts";
import { signIn } from "../people/sign-in.server.ts";
import { waitWords } from "../ui/wait-words.ts";

/** Signs somebody in without leaving the form they were writing in, and says who it was: it may be somebody else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const outcome = await signIn({
    email: (field(form, "email") ?? "").slice(0, 254),
    password: (field(form, "password") ?? "").slice(0, 500),
    address: context.clientIp,
    userAgent: request.headers.get("User-Agent") ?? "",
    demonstration: demonstrationAllowed(context),
  });
  if (outcome.outcome === "throttled") {
    const headers = { "Retry-After": String(outcome.seconds) };
    const problem = `Too many tries. Wait ${waitWords(outcome.seconds)}, then try again`;
    return Response.json({ problem }, { status: 429, headers });
  }
  if (outcome.outcome === "refused") {
    const problem = "The e-mail address and the password do not go together";
    return Response.json({ problem }, { status: 400 });
  }
  const before = readSessionToken(request);
  if (before) await endSession(before);
  const { person } = (await findSessionPerson(outcome.token)) ?? {};
  const headers = { "Set-Cookie": sessionCookie(request, outcome.token) };
  return Response.json({ person: person && { id: person.id, name: person.name } }, { headers });
}

/** There is nothing to look at. */
export function loader(): never {
  throw new Response("Method not allowed", { status: 405, statusText: "Method Not Allowed" });
}
