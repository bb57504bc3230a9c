import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { findFreePort } from "#scripts/services/ports.ts";

/** What stands between us and the database: passes all on, says nothing, closes at once, or is not there. */
type Mood = "passing" | "silent" | "closing" | "gone";

export type TcpProxy = {
  /** Connections taken so far. */
  taken: () => number;
  port: number;
  setMood: (mood: Mood) => Promise<void>;
  close: () => Promise<void>;
};

/** A connection in the middle that can be made to misbehave, for those open and those to come. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  let mood: Mood = "passing";
  const sockets = new Set<Socket>();
  let taken = 0;
  const server = createServer((inside) => {
    taken += 1;
    if (mood === "closing") return void inside.destroy();
    const outside = connect(target.port, target.host);
    const pass = (from: Socket, to: Socket) => {
      sockets.add(from);
      from.on("data", (data) => mood === "passing" && to.write(data));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    };
    pass(inside, outside);
    pass(outside, inside);
  });
  // Below the ports the system gives away: nobody takes it while we are gone.
  const port = await findFreePort(10_000 + ((process.pid * 37) % 9_000));
  const listen = async (): Promise<void> => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const stopListening = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen();
  return {
    taken: () => taken,
    port,
    setMood: async (next) => {
      mood = next;
      if (next === "gone") await stopListening();
      else if (!server.listening) await listen();
      if (next === "closing") for (const socket of sockets) socket.destroy();
    },
    close: stopListening,
  };
}
