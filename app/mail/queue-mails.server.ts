import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import type { NewMail } from "./mail.ts";

/** Puts mails into the outbox inside the caller's transaction; one asked for before is not asked for again. */
export async function queueMails(tx: Tx, wanted: readonly NewMail[]): Promise<void> {
  if (wanted.length === 0) return;
  const rows = wanted.map((mail) => ({ id: newId(), ...mail }));
  await tx.insert(mails).values(rows).onConflictDoNothing({ target: mails.dedupeKey });
}
