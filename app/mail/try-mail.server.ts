import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { cleanLine } from "../text/clean-text.ts";
import { buildMessage, isMailAddress } from "./build-message.server.ts";
import { type MailSettings, mailSettings } from "./mail-settings.server.ts";
import { openMailServer } from "./open-mail-server.server.ts";

export type MailTrial = { outcome: "sent"; to: string } | { outcome: "not-sent"; reason: string };

const words = {
  subject: "Corridor can send mail",
  blocks: [
    { says: "This is the mail you asked for on the page of mail settings. It arrived, so mail works." },
    { label: "Back to the mail settings", leadsTo: "/settings/mail" },
  ],
  foot: [{ says: "Nobody else was sent this." }],
};

/** Sends one mail to whoever asks, at once and past the queue, and tells what the mail server said. */
export async function tryMail({ personId }: { personId: string }): Promise<MailTrial> {
  const settings = mailSettings();
  if (!settings) return { outcome: "not-sent", reason: "Mail is not set up." };
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  if (!person || person.demonstration) {
    return { outcome: "not-sent", reason: "A demonstration colleague has no mailbox." };
  }
  if (!isMailAddress(person.email)) {
    return { outcome: "not-sent", reason: "Your own address is none that mail can be sent to." };
  }
  await runTransaction((tx) => recordEvent(tx, { name: "mail.tried", actorId: personId, subjectId: null }));
  const to = { name: person.name, address: person.email };
  return hand(settings, to).catch((error: unknown) => ({
    outcome: "not-sent",
    reason: cleanLine(error instanceof Error ? error.message : String(error)).slice(0, 300),
  }));
}

async function hand(settings: MailSettings, to: { name: string; address: string }): Promise<MailTrial> {
  const server = await openMailServer(settings);
  try {
    const raw = await buildMessage({ mailId: newId(), to, words, settings });
    const handed = await server.hand({ to: to.address, raw });
    return handed.outcome === "sent"
      ? { outcome: "sent", to: to.address }
      : { outcome: "not-sent", reason: handed.reason };
  } finally {
    server.close();
  }
}
