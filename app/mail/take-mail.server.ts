import { and, asc, eq, lte, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";

/** A mail somebody has taken to send, and which attempt this is. */
export type TakenMail = {
  id: string;
  personId: string;
  purpose: string;
  subjectId: string | null;
  attempts: number;
  createdAt: Date;
};

const isDue = and(eq(mails.state, "waiting"), lte(mails.nextTryAt, sql`now()`));

/** Whether any mail's time has come. */
export async function isMailDue(): Promise<boolean> {
  const due = await db.select({ id: mails.id }).from(mails).where(isDue).limit(1);
  return due.length > 0;
}

/**
 * Takes the mail that has waited longest, for five minutes: whoever is killed before handing it over leaves it to be
 * taken again after that.
 */
export async function takeMail(): Promise<TakenMail | undefined> {
  const next = db
    .select({ id: mails.id })
    .from(mails)
    .where(isDue)
    .orderBy(asc(mails.nextTryAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await db
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, nextTryAt: sql`now() + interval '5 minutes'` })
    .where(eq(mails.id, sql`(${next})`))
    .returning({
      id: mails.id,
      personId: mails.personId,
      purpose: mails.purpose,
      subjectId: mails.subjectId,
      attempts: mails.attempts,
      createdAt: mails.createdAt,
    });
  return taken;
}
