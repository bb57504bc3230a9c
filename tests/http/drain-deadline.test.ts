import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { openConnection } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer({ limits: { drainMs: 300 } });

test("a request that does not finish holds the stop up no longer than the deadline", async () => {
  const { socket, received } = openConnection(server.port);
  socket.write("GET /unanswered HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const start = performance.now();
  await server.stop();
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(await received).toBe("");
});
