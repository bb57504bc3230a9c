import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { type Handover, judgeHandover } from "./judge-handover.ts";
import type { MailSettings } from "./mail-settings.server.ts";

/** Milliseconds. Nothing is in the mail server's hands for longer than `whole`. */
const within = { connect: 10_000, greeting: 10_000, answer: 60_000, whole: 3 * 60_000 } as const;

/** A conversation with the mail server; one mail after another. */
export type MailServer = {
  hand(message: { to: string; raw: Buffer }): Promise<Handover>;
  /** False once it can take no more. */
  isOpen(): boolean;
  close(): void;
};

/** Connects and signs in; throws when the server is not there or will not have us. */
export async function openMailServer({ server, login, from }: MailSettings): Promise<MailServer> {
  const connection = new SMTPConnection({
    ...server,
    connectionTimeout: within.connect,
    greetingTimeout: within.greeting,
    socketTimeout: within.answer,
  });
  let open = true;
  connection.on("end", () => {
    open = false;
  });
  await new Promise<void>((resolve, reject) => {
    // Troubles of a later time are told to whoever hands something over.
    connection.on("error", (error) => {
      open = false;
      reject(error);
    });
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (login) await signIn(connection, login);

  return {
    isOpen: () => open,
    close: () => (open ? connection.quit() : undefined),
    async hand({ to, raw }) {
      let begun = false;
      const message = new Readable({
        // Asked for only once the server has said that it will take the message.
        read() {
          begun = true;
          this.push(raw);
          this.push(null);
        },
      });
      const envelope = { from: from.address, to: [to], size: raw.length };
      const late = setTimeout(() => connection.close(), within.whole);
      const error = await orEnded(connection, (done) =>
        connection.send(envelope, message, (refusal) => done(refusal ?? undefined)),
      );
      clearTimeout(late);
      if (error && open) await reset(connection);
      return judgeHandover({ error, begun });
    },
  };
}

async function signIn(connection: SMTPConnection, login: NonNullable<MailSettings["login"]>): Promise<void> {
  const error = await orEnded(connection, (done) =>
    connection.login(login, (refusal) => done(refusal ?? undefined)),
  );
  if (!error) return;
  connection.close();
  throw error;
}

/** After a refusal the server forgets the mail, and takes the next. */
async function reset(connection: SMTPConnection): Promise<void> {
  const error = await orEnded(connection, (done) =>
    connection.reset((refusal) => done(refusal ?? undefined)),
  );
  if (error) connection.close();
}

/** Whatever is asked of the server, its answer; or that the connection has ended, which nothing else may say. */
function orEnded(
  connection: SMTPConnection,
  ask: (done: (error?: unknown) => void) => void,
): Promise<unknown> {
  return new Promise((resolve) => {
    // An answer that came with the end is told right after it, and says more.
    const ended = () => setImmediate(() => resolve(new Error("The connection was closed")));
    connection.once("end", ended);
    ask((error) => {
      connection.off("end", ended);
      resolve(error);
    });
  });
}
