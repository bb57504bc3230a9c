import { once } from "node:events";
import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { openConnection, send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const kilobyte = 1024;
const server = useWebServer({ settings: { DATABASE_POOL: "2" }, limits: { inFlightPerConnection: 8 } });

const own = { "Sec-Fetch-Site": "same-origin", "Content-Type": "text/plain" };
const writing = (headers: string): string =>
  `POST /page HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n${headers}\r\n\r\n`;

function chunk(bytes: number): string {
  return `${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n`;
}

test("a body of 256 kB arrives whole, with its length given or in chunks", async () => {
  server.ledger.bytes = 0;
  const body = "x".repeat(256 * kilobyte);
  expect((await send(server.address, "/page", { method: "POST", headers: own, body })).status).toBe(200);
  expect(server.ledger.bytes).toBe(body.length);

  const headers = { ...own, "Transfer-Encoding": "chunked", "Content-Length": undefined };
  expect((await send(server.address, "/page", { method: "POST", headers, body })).status).toBe(200);
  expect(server.ledger.bytes).toBe(2 * body.length);
});

test("one byte more is refused, and no action is called", async () => {
  server.ledger.actions = 0;
  const body = "x".repeat(256 * kilobyte + 1);
  expect((await send(server.address, "/page", { method: "POST", headers: own, body })).status).toBe(413);

  const { socket, received } = openConnection(server.port);
  socket.write(writing("Transfer-Encoding: chunked"));
  for (let sent = 0; sent < 256; sent += 64) socket.write(chunk(64 * kilobyte));
  socket.write(chunk(1));
  expect(await received).toMatch(/^HTTP\/1\.1 413 .*more than Corridor takes at once/s);
  expect(server.ledger.actions).toBe(0);
});

test.each(["Content-Length: 209715200", "Transfer-Encoding: chunked"])(
  "200 MB (%s) is answered at once and cut off early",
  async (framing) => {
    server.ledger.actions = 0;
    const { socket, received } = openConnection(server.port);
    let accepted = 0;
    socket.write(writing(framing));
    const pieces = framing.startsWith("Content") ? "x".repeat(64 * kilobyte) : chunk(64 * kilobyte);
    while (accepted < 200 * kilobyte * kilobyte && socket.writable) {
      if (!socket.write(pieces))
        await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => {});
      accepted += pieces.length;
    }
    expect(await received).toMatch(/^HTTP\/1\.1 413 .*<\/html>/s);
    // What we listen to in all, and what the two systems keep in between.
    expect(accepted).toBeLessThan(20 * kilobyte * kilobyte);
    expect(server.ledger.actions).toBe(0);
  },
);

test("a body on a reading request counts as well", async () => {
  const { socket, received } = openConnection(server.port);
  socket.write("GET /page HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999999\r\n\r\n");
  expect(await received).toMatch(/^HTTP\/1\.1 413 /);
});

test("an address of 8 kB is read, a longer one is not, nor are 16 kB of headers", async () => {
  const path = `/page?q=${"a".repeat(8 * kilobyte - 8)}`;
  expect((await send(server.address, path)).status).toBe(200);
  expect((await send(server.address, `${path}a`)).status).toBe(414);
  const headers = { "X-Long": "a".repeat(17 * kilobyte) };
  const answer = await send(server.address, "/page", { headers });
  expect(answer.status).toBe(431);
  expect(answer.headers).toMatchObject({ "cache-control": "no-store", connection: "close" });
});

test("what is not HTTP gets a short answer and no more", async () => {
  const { socket, received } = openConnection(server.port);
  socket.write("\x16\x03\x01 hello\r\n\r\n");
  expect(await received).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n.*\r\n\r\nBad Request$/s);
});

test("more requests at once than the database could serve are told so at once, and health still answers", async () => {
  let open = () => {};
  server.ledger.gate = new Promise((resolve) => {
    open = () => resolve();
  });
  const waiting = Array.from({ length: 16 }, () => send(server.address, "/slow"));
  await expect.poll(() => server.ledger.atGate).toBe(16);
  const refused = await send(server.address, "/page");
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "5"]);
  expect((await send(server.address, "/health")).status).toBe(200);
  open();
  for (const { status } of await Promise.all(waiting)) expect(status).toBe(200);
  // An answer is over a moment after it has come.
  await expect.poll(async () => (await send(server.address, "/page")).status).toBe(200);
});
