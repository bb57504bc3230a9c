import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { openConnection } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer({ limits: { drainMs: 300 } });

test("a request that does not finish holds the stop up no longer than the deadline", async () => {
  const { socket, received } = openConnection(server.port);
  server.ledger.gate = new Promise(() => {});
  socket.write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await expect.poll(() => server.ledger.atGate).toBe(1);
  const start = performance.now();
  await server.stop();
  // Less than is given when nothing is set.
  expect(performance.now() - start).toBeLessThan(9_000);
  expect(await received).toBe("");
});
