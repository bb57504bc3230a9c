import { eq } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { queueMails } from "../mail/queue-mails.server.ts";
import { makeLink } from "./make-link.server.ts";
import type { LinkKind } from "./person-link.ts";
import { canHaveLink } from "./policy.ts";

type Offer = { actorId: string; personId: string; byMail: boolean };
export type OfferedLink = { kind: LinkKind; token?: string };

/**
 * Lets a person set a password: an invitation while they have none, else a new one. By mail, or as a link for the
 * administrator to hand over. Undefined for whom there is none.
 */
export function offerLink({ actorId, personId, byMail }: Offer): Promise<OfferedLink | undefined> {
  return runTransaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) return undefined;
    const { demonstration, disabledAt, passwordHash } = person;
    if (!canHaveLink({ demonstration, disabled: disabledAt !== null })) return undefined;
    const kind: LinkKind = passwordHash ? "password-reset" : "invitation";
    await recordEvent(tx, { name: "person.link-made", actorId, subjectId: personId, fields: [kind] });
    if (!byMail || !isMailSetUp()) return { kind, token: await makeLink(tx, { personId, kind }) };
    const dedupeKey = `${kind}:${newId()}`;
    await queueMails(tx, [{ personId, purpose: kind, subjectId: personId, dedupeKey }]);
    return { kind };
  });
}
