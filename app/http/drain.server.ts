import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

const checkMs = 50;

/** Takes no new connections, lets requests under way finish, and closes each connection as it falls idle. */
export async function drain(server: Server, longestMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), checkMs);
  await Promise.race([closed, delay(longestMs, undefined, { ref: false })]);
  clearInterval(idle);
  server.closeAllConnections();
}
