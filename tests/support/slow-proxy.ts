import { connect, createServer, type Server, type Socket } from "node:net";

export type SlowProxy = {
  port: number;
  delay(milliseconds: number): void;
  /** Answers held back now. */
  held(): number;
  /** How often somebody went away before an answer that was held back. */
  givenUp(): number;
  stop(): void;
};

/** Stands between us and a service on this machine, and can hold its answers back. */
export async function startSlowProxy(given: { port: number; to: () => number }): Promise<SlowProxy> {
  let held = 0;
  let [waiting, givenUp] = [0, 0];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  };
  const hold = (client: Socket, piece: Buffer): void => {
    waiting += 1;
    const timer = setTimeout(() => {
      waiting -= 1;
      client.off("close", gone);
      if (!client.destroyed) client.write(piece);
    }, held);
    const gone = (): void => {
      clearTimeout(timer);
      waiting -= 1;
      givenUp += 1;
    };
    client.once("close", gone);
  };
  const server: Server = createServer((client) => {
    const service = connect(given.to(), "127.0.0.1");
    keep(client);
    keep(service);
    client.on("data", (piece) => service.write(piece));
    service.on("data", (piece) => {
      if (held === 0) client.write(piece);
      else hold(client, piece);
    });
    client.once("close", () => service.destroy());
    service.once("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(given.port, "127.0.0.1", resolve));
  return {
    port: given.port,
    delay(milliseconds) {
      held = milliseconds;
    },
    held: () => waiting,
    givenUp: () => givenUp,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
