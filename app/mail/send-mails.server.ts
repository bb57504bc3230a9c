import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { people } from "#db/schema/people.server.ts";
import { env } from "../env.server.ts";
import { log } from "../log.server.ts";
import { buildMessage, isMailAddress } from "./build-message.server.ts";
import { type MailPurpose, type MailWriters, triedForDays } from "./mail.ts";
import { type MailSettings, mailSettings } from "./mail-settings.server.ts";
import { type MailServer, openMailServer } from "./open-mail-server.server.ts";
import { noteCutOff, noteHandover, putOffMail, settleMail } from "./settle-mail.server.ts";
import { isMailDue, type TakenMail, takeMail } from "./take-mail.server.ts";

type Round = { writers: MailWriters; signal?: AbortSignal };

/**
 * Sends what is due, one mail after another; returns how many were looked at. Throws when the mail server is not there
 * or will not have us: then no mail has been touched.
 */
export async function sendMails({ writers, signal }: Round): Promise<number> {
  const settings = mailSettings();
  if (!settings) return 0;
  const cutOff = await noteCutOff();
  if (cutOff.length > 0) log().warn({ mails: cutOff }, "mails that may have been sent or not");
  if (!(await isMailDue())) return 0;
  const server = await openMailServer(settings);
  let count = 0;
  try {
    while (server.isOpen() && !signal?.aborted) {
      const mail = await takeMail();
      if (!mail) break;
      count += 1;
      const begun = performance.now();
      await sendOne({ mail, writers, server, settings });
      // Over one connection, and no faster than the mail server likes.
      await sleep(Math.max(0, 1_000 / env().MAILS_PER_SECOND - (performance.now() - begun)));
    }
  } finally {
    server.close();
  }
  return count;
}

type Sending = { mail: TakenMail; writers: MailWriters; server: MailServer; settings: MailSettings };

async function sendOne(sending: Sending): Promise<void> {
  const { mail, server } = sending;
  const message = await write(sending).catch((error: unknown) => {
    log().error({ err: error, mailId: mail.id }, "a mail could not be written");
    return undefined;
  });
  if (!message) return putOffMail(mail, "It could not be written");
  if ("state" in message) return settleMail(mail, message);
  if (!(await noteHandover(mail))) return;
  const { outcome, ...handed } = await server.hand(message);
  const reason = "reason" in handed ? handed.reason : undefined;
  if (outcome === "later") return putOffMail(mail, reason ?? "");
  if (outcome !== "sent") log().warn({ mailId: mail.id, outcome }, "a mail was not sent");
  await settleMail(mail, { state: outcome === "refused" ? "failed" : outcome, reason });
}

type Message = { to: string; raw: Buffer } | { state: "failed" | "skipped"; reason: string };

/** The mail as it is to be said now, to the address its reader has now; or why it is not to be sent. */
async function write({ mail, writers, settings }: Sending): Promise<Message> {
  const [reader] = await db
    .select({
      name: people.name,
      address: people.email,
      disabledAt: people.disabledAt,
      demonstration: people.demonstration,
      tooLate: sql<boolean>`${mails.createdAt} < now() - make_interval(days => ${triedForDays}::int)`,
    })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .where(eq(mails.id, mail.id));
  if (!reader || reader.disabledAt) return { state: "skipped", reason: "Nobody here to read it" };
  if (reader.demonstration) return { state: "skipped", reason: "A demonstration colleague has no mailbox" };
  if (reader.tooLate) return { state: "failed", reason: `Not taken within ${triedForDays} days` };
  if (!isMailAddress(reader.address)) return { state: "failed", reason: "That is no address to send to" };
  const writer = writers[mail.purpose as MailPurpose];
  if (!writer) throw new Error(`nobody writes mails of the purpose ${mail.purpose}`);
  const words = await writer({ personId: mail.personId, subjectId: mail.subjectId ?? "" });
  if ("skip" in words) return { state: "skipped", reason: words.skip };
  return { to: reader.address, raw: await buildMessage({ mailId: mail.id, to: reader, words, settings }) };
}
