import { Agent, request } from "node:http";
import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { openConnection, send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer();

function get(path: string, agent: Agent): Promise<{ status: number; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port: server.port, path, agent }, (answer) => {
      answer.resume().once("end", () => {
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection });
      });
    });
    asking.once("error", reject).end();
  });
}

test("stopping under load: what was under way is finished, idle connections are closed, new ones refused", async () => {
  let open = () => {};
  server.ledger.gate = new Promise((resolve) => {
    open = () => resolve();
  });
  const agent = new Agent({ keepAlive: true });
  const underWay = Array.from({ length: 20 }, () => get("/slow", agent));
  const idle = openConnection(server.port);
  idle.socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const late = openConnection(server.port);
  late.socket.write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nX-Not-Yet");
  await expect.poll(() => idle.socket.bytesRead).toBeGreaterThan(0);
  await expect.poll(() => server.ledger.atGate).toBe(20);
  // Whatever was written before these were asked has been read when they are answered.
  for (const path of ["/health", "/health"]) await send(server.address, path);

  const stopping = server.stop();
  expect(server.stop()).toBe(stopping);
  expect(await idle.received).toMatch(/^HTTP\/1\.1 200 OK/);
  await expect(send(server.address, "/health")).rejects.toThrow("ECONNREFUSED");
  late.socket.write(": finished\r\n\r\n");
  expect(await late.received).toMatch(/^HTTP\/1\.1 503 .*connection: close.*{"status":"draining"}/is);

  open();
  for (const answer of await Promise.all(underWay)) expect(answer.status).toBe(200);
  const start = performance.now();
  await stopping;
  // Ten seconds are what is given to whoever does not finish.
  expect(performance.now() - start).toBeLessThan(9_000);
  agent.destroy();

  const slot = globalThis as { corridorClient?: unknown; corridorSender?: unknown };
  expect(slot.corridorClient).toBeUndefined();
  expect(slot.corridorSender).toBeUndefined();
});
