import { asc, eq } from "drizzle-orm";
import type { MailWords } from "#app/mail/mail.ts";
import { queueMails } from "#app/mail/queue-mails.server.ts";
import { sendMails } from "#app/mail/send-mails.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { mails } from "#db/schema/mail.server.ts";

/** Puts a mail to each of these people into the outbox; their subject ids. */
export async function queued(...people: Person[]): Promise<string[]> {
  const rows = people.map(({ id }) => ({
    personId: id,
    purpose: "notification" as const,
    subjectId: newId(),
    dedupeKey: newId(),
  }));
  await runTransaction((tx) => queueMails(tx, rows));
  return rows.map(({ subjectId }) => subjectId);
}

/** One round of sending, each mail saying these words. */
export function sendAll(words: Partial<MailWords> = {}): Promise<number> {
  const said = { subject: "A subject", blocks: [{ says: "Something." }], foot: [], ...words };
  const writer = async () => said;
  return sendMails({ writers: { notification: writer, weekly: writer, "weekly-test": writer } });
}

/** What has become of a person's mails. */
export function outbox(person: Person) {
  return db.select().from(mails).where(eq(mails.personId, person.id)).orderBy(asc(mails.createdAt));
}

/** Makes every mail that waits due now. */
export async function makeDue(): Promise<void> {
  await db
    .update(mails)
    .set({ nextTryAt: new Date(0) })
    .where(eq(mails.state, "waiting"));
}
