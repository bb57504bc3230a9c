import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { noticeCookie } from "../http/notice.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { endedSessionCookie, readSessionToken } from "../http/session-cookie.server.ts";
import { endSession } from "../people/end-sessions.server.ts";

// Nothing changes on a GET: whoever opens the address is led back.
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return redirect("/me");
}

export async function action({ request }: ActionFunctionArgs) {
  const token = readSessionToken(request);
  if (token) await endSession(token);
  const headers = new Headers();
  headers.append("Set-Cookie", endedSessionCookie(request));
  headers.append("Set-Cookie", noticeCookie(request, "signed-out"));
  headers.append("Clear-Site-Data", '"cache", "storage"');
  return redirect("/sign-in", { headers });
}
