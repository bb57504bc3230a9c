import { setTimeout as sleep } from "node:timers/promises";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { log } from "../log.server.ts";
import type { MailWriters } from "./mail.ts";
import { isMailSetUp } from "./mail-settings.server.ts";
import { sendMails } from "./send-mails.server.ts";

const milliseconds = { round: 2_000, firstTrouble: 5_000, mostTrouble: 5 * 60_000, stop: 15_000 } as const;

/** Sends mail while this process lives; where the mail server is away, asks it again less and less often. */
export function keepSending(writers: MailWriters): { stop(): Promise<void> } {
  const leave = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let trouble = 0;
  let sending = isMailSetUp() ? round() : Promise.resolve();

  async function round(): Promise<void> {
    try {
      await sendMails({ writers, signal: leave.signal });
      trouble = 0;
    } catch (error) {
      if (isDatabaseUnavailable(error)) log().warn("mail waits for the database");
      else {
        trouble = Math.min(milliseconds.mostTrouble, trouble * 2 || milliseconds.firstTrouble);
        log().error({ err: error, nextTrySeconds: trouble / 1_000 }, "the mail server takes no mail");
      }
    }
    if (leave.signal.aborted) return;
    timer = setTimeout(() => {
      sending = round();
    }, trouble || milliseconds.round);
  }

  return {
    async stop() {
      leave.abort();
      clearTimeout(timer);
      // A mail server that says nothing does not hold up whoever wants to stop us: that mail's outcome stays unknown.
      await Promise.race([sending, sleep(milliseconds.stop, undefined, { ref: false })]);
    },
  };
}
