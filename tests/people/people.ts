import { eq } from "drizzle-orm";
import { invitePerson } from "#app/people/invite-person.server.ts";
import type { PersonDetails } from "#app/people/person-draft.ts";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Client } from "#tests/support/client.ts";
import { aPerson } from "#tests/support/factories.ts";

export const password = "a long way from the desk";

export const details = (given: Partial<PersonDetails> = {}): PersonDetails => ({
  name: "Mair Owen",
  email: `${crypto.randomUUID()}@library.example`,
  role: "assistant",
  jobTitle: "Desk assistant",
  team: "Enquiry desk",
  ...given,
});

/** An administrator who can be asked for their password. */
export function anAdministrator() {
  return aPerson({ role: "admin", password });
}

/** Somebody invited, and the secret of their link. */
export async function anInvitation(given: Partial<PersonDetails> = {}) {
  const actorId = (await anAdministrator()).id;
  const id = crypto.randomUUID();
  const invited = await invitePerson({ actorId, id, details: details(given), byMail: false });
  if (invited.outcome === "refused" || !invited.token) throw new Error(JSON.stringify(invited));
  return { id, handle: invited.handle, token: invited.token };
}

export async function rowOf(id: string) {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  if (!row) throw new Error("nobody has that id");
  return row;
}

/** The link a page shows, as a path. */
export function linkOn({ text }: Awaited<ReturnType<Client["get"]>>): string {
  const [, path] = /value="http[^"]*?(\/links\/[\w-]+)"/.exec(text) ?? [];
  if (!path) throw new Error("no link on the page");
  return path;
}
