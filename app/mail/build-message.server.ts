import MailComposer from "nodemailer/lib/mail-composer";
import { cleanLine } from "../text/clean-text.ts";
import type { MailWords } from "./mail.ts";
import type { MailSettings } from "./mail-settings.server.ts";
import { writeMail } from "./write-mail.ts";

// One address and nothing that could end it: no space, no list, no header of its own.
const oneAddress = /^[^\s<>()[\]\\,;:@"]{1,64}@[^\s<>()[\]\\,;:@"]{1,255}$/;

/** Whether mail can be addressed to this: exactly one plain address. */
export function isMailAddress(text: string): boolean {
  return oneAddress.test(text);
}

type Message = {
  mailId: string;
  to: { name: string; address: string };
  words: MailWords;
  settings: Pick<MailSettings, "from" | "origin">;
};

/** The message as it goes over the wire. Its id is the mail's own, the same at every attempt. */
export function buildMessage({ mailId, to, words, settings }: Message): Promise<Buffer> {
  const { from, origin } = settings;
  const subject = cleanLine(words.subject);
  const composer = new MailComposer({
    from: { name: cleanLine(from.name), address: from.address },
    to: { name: cleanLine(to.name), address: to.address },
    subject,
    messageId: `<${mailId}@${from.address.split("@").at(-1)}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...(words.unsubscribe && {
        "List-Unsubscribe": `<${origin}${words.unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    ...writeMail({ ...words, subject }, origin),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
