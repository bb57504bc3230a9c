import { redirect } from "@remix-run/node";
import { readSessionToken, sessionCookie } from "../http/session-cookie.server.ts";
import { endSession } from "../people/end-sessions.server.ts";

type Leading = { request: Request; token: string; to: string; notice?: string };

/** Leads on with the new session; the one this browser had before, whoever's it was, ends here. */
export async function withSession({ request, token, to, notice }: Leading): Promise<Response> {
  const before = readSessionToken(request);
  if (before) await endSession(before);
  const headers = new Headers();
  headers.append("Set-Cookie", sessionCookie(request, token));
  if (notice) headers.append("Set-Cookie", notice);
  return redirect(to, { headers });
}
