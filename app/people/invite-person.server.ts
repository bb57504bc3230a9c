import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { queueMails } from "../mail/queue-mails.server.ts";
import { createPerson } from "./create-person.server.ts";
import { findOrMakeTeam } from "./find-or-make-team.server.ts";
import { freeHandle } from "./handles.server.ts";
import { makeLink } from "./make-link.server.ts";
import type { PersonDetails, PersonProblems } from "./person-draft.ts";

/** `token` is the secret of a link to copy: nobody is sent one without mail, or by choice. */
export type Invited = { handle: string; name: string; token?: string };

export type InvitationOutcome =
  | ({ outcome: "invited" } & Invited)
  | { outcome: "refused"; problems: PersonProblems };

type Invitation = {
  actorId: string;
  /** Given by the form, so that however often it is sent one person comes of it. */
  id: string;
  details: PersonDetails;
  byMail: boolean;
};

export const takenAddress = "Somebody has that e-mail address already";

/** Adds a person who can sign in once they have used their link. */
export async function invitePerson(invitation: Invitation): Promise<InvitationOutcome> {
  try {
    const invited = await runTransaction(async (tx) => {
      // Pressed twice at once, the second waits for what the first has made.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`invitation ${invitation.id}`}))`);
      const [before] = await tx.select().from(people).where(eq(people.id, invitation.id));
      if (before?.email === invitation.details.email && !before.passwordHash)
        return sendLink(tx, { ...before, byMail: invitation.byMail, form: invitation.id });
      return addInvited(tx, invitation);
    });
    return { outcome: "invited", ...invited };
  } catch (error) {
    const taken = isUniqueViolation(error, "people_email_key") || isUniqueViolation(error, "people_pkey");
    if (!taken) throw error;
    return { outcome: "refused", problems: { email: takenAddress } };
  }
}

/** The same inside the caller's transaction, for many at once. */
export async function addInvited(tx: Tx, { actorId, id, details, byMail }: Invitation): Promise<Invited> {
  const { team, ...said } = details;
  const teamId = await findOrMakeTeam(tx, { name: team, actorId });
  const handle = await freeHandle(tx, said.name);
  await createPerson(tx, { id, handle, teamId, ...said, passwordHash: null, actorId });
  return sendLink(tx, { id, handle, name: said.name, byMail, form: id });
}

type Addressee = { id: string; handle: string; name: string; byMail: boolean; form: string };

/** One mail a form, however often it is sent. */
async function sendLink(tx: Tx, { id, handle, name, byMail, form }: Addressee): Promise<Invited> {
  if (!byMail || !isMailSetUp()) {
    return { handle, name, token: await makeLink(tx, { personId: id, kind: "invitation" }) };
  }
  // The link is made when the mail is written: until then nobody has its secret, not even we.
  const dedupeKey = `invitation:form:${form}`;
  await queueMails(tx, [{ personId: id, purpose: "invitation", subjectId: id, dedupeKey }]);
  return { handle, name };
}
