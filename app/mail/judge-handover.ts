import { cleanLine } from "../text/clean-text.ts";

/**
 * What became of a mail handed over. `refused`: not now and not later. `later`: it was not taken, and may be next time.
 * `unknown`: the server had it all and we did not hear what it made of it.
 */
export type Handover = { outcome: "sent" } | { outcome: "refused" | "later" | "unknown"; reason: string };

type Refusal = { responseCode?: number; command?: string; message?: string; response?: string };

/** Reads an SMTP server's answer. `begun`: the message itself was on its way when the trouble came. */
export function judgeHandover({ error, begun }: { error: unknown; begun: boolean }): Handover {
  if (!error) return { outcome: "sent" };
  const { responseCode, command, message, response } = error as Refusal;
  const reason = cleanLine(response || message || "No reason given").slice(0, 300);
  // An answer, whatever it says, is the server's word that it has not taken the mail.
  if (!responseCode) return { outcome: begun ? "unknown" : "later", reason };
  // What it says of the sender or of signing in is no fault of this mail: somebody will mend it.
  const ofThisMail = command === "RCPT TO" || command === "DATA";
  return { outcome: responseCode >= 500 && ofThisMail ? "refused" : "later", reason };
}
