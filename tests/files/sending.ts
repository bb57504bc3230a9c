import type { Person } from "#app/people/person.ts";
import type { Client, Page } from "#tests/support/client.ts";

export type SentPart = { name: string; bytes: Buffer; field?: string };
/** The application, wherever it runs. */
type Reached = { origin: string; as(person?: Person): Promise<Pick<Client, "cookies">> };
type Fields = Record<string, string | string[]>;

/** Posts a form with files as a browser without script does. */
export async function sendForm(
  app: Reached,
  {
    person,
    path,
    fields = {},
    parts = [],
  }: { person?: Person; path: string; fields?: Fields; parts?: SentPart[] },
): Promise<Page> {
  const { cookies } = await app.as(person);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  for (const { name, bytes, field = "upload" } of parts)
    body.append(field, new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(new URL(path, app.origin), {
    method: "POST",
    body,
    redirect: "manual",
    headers: {
      accept: "text/html",
      origin: app.origin,
      "sec-fetch-site": "same-origin",
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    },
  });
  return {
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
    location: answer.headers.get("location"),
  };
}

/** Uploads one file by itself; its id. */
export async function upload(app: Reached, person: Person, part: SentPart): Promise<string> {
  const { status, text } = await sendForm(app, { person, path: "/files", parts: [part] });
  if (status !== 201) throw new Error(`the upload was answered ${status}: ${text}`);
  return JSON.parse(text).file.id;
}
