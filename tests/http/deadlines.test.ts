import { once } from "node:events";
import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { openConnection, send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer({ limits: { receiveMs: 1_500, answerMs: 1_500, stallMs: 1_800 } });

test("whoever sends too slowly is cut off, headers and bodies alike", async () => {
  const slow = [
    "GET /page HTTP/1.1\r\nHost: 127.0.0.1\r\n",
    "POST /page HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 1000\r\n\r\n",
  ];
  const connections = slow.map((start) => {
    const connection = openConnection(server.port);
    connection.socket.write(start);
    const drip = setInterval(() => connection.socket.write("x"), 100);
    return connection.received.finally(() => clearInterval(drip));
  });
  for (const received of await Promise.all(connections)) expect(received).toMatch(/^HTTP\/1\.1 408 /);
  await expect.poll(async () => (await send(server.address, "/page")).status).toBe(200);
});

test("whoever stops taking the answer is let go", async () => {
  const { socket } = openConnection(server.port);
  socket.pause();
  const closed = once(socket, "close");
  socket.write("GET /assets/large-3c4d.woff2 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  socket.resume();
  await closed;
  expect(socket.bytesRead).toBeLessThan(32 * 1024 * 1024);
});

test("an answer that does not begin in time becomes a 503", async () => {
  const answer = await send(server.address, "/unanswered", { headers: { Accept: "text/html" } });
  expect(answer.status).toBe(503);
  expect(answer.headers["retry-after"]).toBe("5");
  expect(answer.body).toContain("Corridor cannot answer just now");
});
