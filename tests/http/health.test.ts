import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { SearchState } from "#app/http/readiness.server.ts";
import { useDatabase } from "../support/database.ts";
import { send } from "./raw-request.ts";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy.ts";
import { useWebServer } from "./use-web-server.ts";

const database = useDatabase();
let proxy: TcpProxy;
beforeAll(async () => {
  const { hostname, port } = new URL(database.url);
  proxy = await startTcpProxy({ host: hostname, port: Number(port) });
  const through = new URL(database.url);
  through.host = `127.0.0.1:${proxy.port}`;
  process.env.DATABASE_URL = through.href;
});
afterAll(() => proxy.close());

let search: () => Promise<SearchState> = async () => "ok";
const server = useWebServer({ searchState: () => search() });

type Ready = { status: number; ms: number; body: unknown };

async function ready(): Promise<Ready> {
  const start = performance.now();
  const { status, body } = await send(server.address, "/health/ready");
  return { status, ms: performance.now() - start, body: JSON.parse(body) };
}

/** Less than a database that says nothing is waited for where nobody asks for health. */
const soon = 3_500;
const patience = { timeout: 20_000, interval: 200 };

/** What is answered once the database has done so in time, which on a busy machine it does not always. */
async function untilReported(expected: Partial<Ready>): Promise<void> {
  await vi.waitFor(async () => expect(await ready()).toMatchObject(expected), patience);
}

beforeEach(async () => {
  search = async () => "ok";
  await proxy.setMood("passing");
  await untilReported({ status: 200 });
});

test("with the database at the current schema the site is ready", async () => {
  await untilReported({ status: 200, body: { status: "ready", database: "ok", search: "ok" } });
});

test.each(["gone", "closing", "silent"] as const)(
  "with the database %s it is alive but not ready",
  async (mood) => {
    await proxy.setMood(mood);
    await vi.waitFor(async () => {
      const answer = await ready();
      expect(answer).toMatchObject({ status: 503, body: { database: "down", search: "ok" } });
      expect(answer.ms).toBeLessThan(soon);
    }, patience);
    const alive = await send(server.address, "/health");
    expect({ status: alive.status, body: alive.body }).toEqual({ status: 200, body: '{"status":"ok"}' });
  },
);

test("a silent database is asked one question, however often we are", async () => {
  await proxy.setMood("silent");
  const before = proxy.taken();
  const answers = await Promise.all(Array.from({ length: 50 }, ready));
  for (const { status, ms } of answers) {
    expect(status).toBe(503);
    expect(ms).toBeLessThan(soon);
  }
  expect(proxy.taken() - before).toBeLessThanOrEqual(1);
  // Whoever still waits for it is let go: that they let go themselves was seen after the test before.
  await proxy.setMood("closing");
});

test("a database that misses the newest migration is named", async () => {
  const owner = postgres(database.superUrl, { max: 1 });
  await owner`update drizzle.__drizzle_migrations set created_at = created_at - 1`;
  await untilReported({ status: 503, body: { database: "schema-behind" } });
  await owner`update drizzle.__drizzle_migrations set created_at = created_at + 1`;
  await owner`alter table drizzle.__drizzle_migrations rename to elsewhere`;
  await untilReported({ status: 503, body: { database: "schema-behind" } });
  await owner`alter table drizzle.elsewhere rename to __drizzle_migrations`;
  await owner.end();
});

test.each(["down", "key-refused", "rebuilding", "off"] as const)(
  "search %s is reported, and the site stays in service",
  async (state) => {
    search = async () => state;
    await untilReported({ status: 200, body: { search: state } });
  },
);

test("a search engine that does not answer, or fails, is down; nobody waits for it", async () => {
  search = () => new Promise(() => {});
  await untilReported({ status: 200, body: { search: "down" } });
  expect((await ready()).ms).toBeLessThan(soon);
  search = async () => {
    throw new Error("no engine");
  };
  await untilReported({ status: 200, body: { search: "down" } });
});
