import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

type Received = { to: string[]; from: string; raw: string };

/** What the server does with whoever a mail is addressed to. */
type Manner = {
  /** At RCPT TO: an answer such as 550 or 451, or the line goes dead. */
  onAddress?: number | "hang up";
  /** When the message is there: an answer, silence for so many milliseconds, or the line goes dead without one. */
  onMessage?: number | "hang up" | { slow: number };
};

export type AMailServer = {
  url: string;
  /** Every message it said yes to, or had in full when the line went dead. */
  received: Received[];
  /** By the part before the @. */
  manners: Map<string, Manner>;
  connections: number;
  /** Called when a message has arrived, before it is answered. */
  onArrival?: (received: Received) => void;
  close(): Promise<void>;
};

/** A real SMTP server on this machine that behaves as badly as it is told to. */
export async function aMailServer(port = 0): Promise<AMailServer> {
  const sockets = new Map<string, { destroy(): void }>();
  const mannerOf = (address: string) => here.manners.get(address.split("@")[0] ?? "") ?? {};
  const refuse = (code: number) => Object.assign(new Error("not this one"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onConnect(_session, done) {
      here.connections += 1;
      done();
    },
    onRcptTo({ address }, session, done) {
      const { onAddress } = mannerOf(address);
      if (onAddress === "hang up") return hangUp(session);
      done(onAddress ? refuse(onAddress) : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
        const { onMessage } = mannerOf(to[0] ?? "");
        if (typeof onMessage === "number") return done(refuse(onMessage));
        const received = { to, from, raw: Buffer.concat(chunks).toString() };
        here.received.push(received);
        here.onArrival?.(received);
        if (onMessage === "hang up") return hangUp(session);
        if (typeof onMessage === "object") setTimeout(done, onMessage.slow).unref();
        else done();
      });
    },
  });
  server.server.on("connection", (socket) => sockets.set(`${socket.remotePort}`, socket));
  server.on("error", () => {});
  function hangUp(session: SMTPServerSession): void {
    sockets.get(`${session.remotePort}`)?.destroy();
  }
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const here: AMailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received: [],
    manners: new Map(),
    connections: 0,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return here;
}
