import { connect, createServer, type Server, type Socket } from "node:net";

export type SlowProxy = { port: number; delay(milliseconds: number): void; stop(): void };

/** Stands between us and a service on this machine, and can hold its answers back. */
export async function startSlowProxy(given: { port: number; to: () => number }): Promise<SlowProxy> {
  let held = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  };
  const server: Server = createServer((client) => {
    const service = connect(given.to(), "127.0.0.1");
    keep(client);
    keep(service);
    client.on("data", (piece) => service.write(piece));
    service.on("data", (piece) => {
      if (held === 0) client.write(piece);
      else setTimeout(() => client.destroyed || client.write(piece), held);
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
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
