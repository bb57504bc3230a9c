import type { Person } from "#app/people/person.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";

type Fields = Record<string, string | string[]>;

/** A browser without script: it keeps cookies, sends same-origin forms and follows nothing by itself. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Page>;
  cookies: Map<string, string>;
};

export type Page = {
  status: number;
  headers: Headers;
  text: string;
  /** Where it leads, when it is a redirect. */
  location: string | null;
};

/** Opens a session for `person` as signing in would, without the wait of a password. */
export async function clientOf({ origin, person }: { origin: string; person?: Person }): Promise<Client> {
  const cookies = new Map<string, string>();
  if (person) {
    const token = await runTransaction((tx) =>
      startSession(tx, { personId: person.id, userAgent: "a test" }),
    );
    cookies.set("sid", token);
  }
  const send = (path: string, init: RequestInit) => request({ origin, cookies, path, init });
  return {
    cookies,
    get: (path, headers) => send(path, { headers: { accept: "text/html", ...headers } }),
    post: (path, fields, headers) =>
      send(path, {
        method: "POST",
        body: formBody(fields),
        headers: { accept: "text/html", origin, "sec-fetch-site": "same-origin", ...headers },
      }),
  };
}

type Sending = { origin: string; cookies: Map<string, string>; path: string; init: RequestInit };

async function request({ origin, cookies, path, init }: Sending): Promise<Page> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
  const answer = await fetch(new URL(path, origin), { ...init, headers, redirect: "manual" });
  for (const line of answer.headers.getSetCookie()) keep(cookies, line);
  const { status } = answer;
  return {
    status,
    headers: answer.headers,
    text: await answer.text(),
    location: answer.headers.get("location"),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const [name = "", value = ""] = pair.split(/=(.*)/s);
  if (/max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

function formBody(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one);
  }
  return body;
}
