import { eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { MailSkip, MailWords } from "../mail/mail.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { makeLink } from "./make-link.server.ts";
import { linkHours, linkPath } from "./person-link.ts";

type Addressee = { personId: string };

/** An invitation, with a link made this moment. */
export async function writeInvitation({ personId }: Addressee): Promise<MailWords | MailSkip> {
  const { libraryName } = await findLibrarySettings();
  const token = await tokenFor(personId, "invitation");
  if (!token) return { skip: "They have a password already" };
  return {
    subject: `You are invited to Corridor at ${libraryName}`,
    blocks: [
      {
        says: `${libraryName} keeps in Corridor what its staff hear about the people they serve, and you are invited to read it and to add what you hear.`,
      },
      { label: "Choose a password and begin", leadsTo: linkPath(token) },
      {
        says: `The link can be used once, within ${linkHours.invitation} hours. If it has grown too old, ask for a new one.`,
      },
    ],
    foot: [{ says: "An administrator of Corridor at your library has entered your address." }],
  };
}

/** A link to set a new password, made this moment. */
export async function writePasswordReset({ personId }: Addressee): Promise<MailWords | MailSkip> {
  const token = await tokenFor(personId, "password-reset");
  if (!token) return { skip: "They have no password yet" };
  return {
    subject: "A new password for Corridor",
    blocks: [
      { says: "Somebody, probably you, asked to set a new password for your account in Corridor." },
      { label: "Choose a new password", leadsTo: linkPath(token) },
      {
        says: `The link can be used once, within ${linkHours["password-reset"]} hours. If it was not you, do nothing: your password stays as it is.`,
      },
    ],
    foot: [{ says: "Nobody else was sent this." }],
  };
}

function tokenFor(personId: string, kind: "invitation" | "password-reset"): Promise<string | undefined> {
  return runTransaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person || (person.passwordHash === null) !== (kind === "invitation")) return undefined;
    return makeLink(tx, { personId, kind });
  });
}
