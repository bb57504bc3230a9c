import { gt, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import type { MailState } from "./mail.ts";

export type MailCount = { state: MailState; count: number };

/** How many mails of the last thirty days are in which state. */
export function countMails(): Promise<MailCount[]> {
  return db
    .select({ state: sql<MailState>`${mails.state}`, count: sql<number>`count(*)::int` })
    .from(mails)
    .where(gt(mails.createdAt, sql`now() - interval '30 days'`))
    .groupBy(mails.state);
}
