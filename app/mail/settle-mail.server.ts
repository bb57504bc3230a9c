import { and, eq, lt, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { cleanLine } from "../text/clean-text.ts";
import { type MailState, minutesUntilNextTry } from "./mail.ts";
import type { TakenMail } from "./take-mail.server.ts";

type Attempt = Pick<TakenMail, "id" | "attempts">;

/** Notes that the mail server gets it now. False when it is no longer ours to hand over. */
export async function noteHandover(mail: Attempt): Promise<boolean> {
  const noted = await db
    .update(mails)
    .set({ state: "sending" satisfies MailState, handedOverAt: sql`now()` })
    .where(ours(mail, "waiting"))
    .returning({ id: mails.id });
  return noted.length > 0;
}

/** Notes what became of a mail for good. */
export async function settleMail(
  mail: Attempt,
  { state, reason = null }: { state: Exclude<MailState, "waiting" | "sending">; reason?: string | null },
): Promise<void> {
  await db
    .update(mails)
    .set({ state, lastError: short(reason), sentAt: state === "sent" ? sql`now()` : null })
    .where(ours(mail));
}

/** Lets a mail wait for its next try, longer each time. */
export async function putOffMail(mail: Attempt, reason: string): Promise<void> {
  const wait = minutesUntilNextTry(mail.attempts);
  await db
    .update(mails)
    .set({
      state: "waiting" satisfies MailState,
      handedOverAt: null,
      lastError: short(reason),
      nextTryAt: sql`now() + make_interval(mins => ${wait}::int)`,
    })
    .where(ours(mail));
}

/** Gives up on what was handed over by somebody who is no longer there to say what became of it. */
export async function noteCutOff(): Promise<string[]> {
  const cutOff = await db
    .update(mails)
    .set({ state: "unknown" satisfies MailState, lastError: "We were cut off while the mail server had it" })
    .where(
      and(
        eq(mails.state, "sending" satisfies MailState),
        lt(mails.handedOverAt, sql`now() - interval '10 minutes'`),
      ),
    )
    .returning({ id: mails.id });
  return cutOff.map(({ id }) => id);
}

function ours({ id, attempts }: Attempt, state?: MailState): SQL | undefined {
  return and(eq(mails.id, id), eq(mails.attempts, attempts), state && eq(mails.state, state));
}

function short(reason: string | null): string | null {
  return reason === null ? null : cleanLine(reason).slice(0, 300);
}
