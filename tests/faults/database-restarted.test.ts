import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { migrateDatabase } from "#db/migrate.server.ts";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "#scripts/services/embedded-database.ts";
import { findFreePort } from "#scripts/services/ports.ts";
import { startProcess } from "#tests/support/processes.ts";

// A server of this file's own, forced to disk as in earnest, to be stopped and killed.
const folder = mkdtempSync(join(tmpdir(), "corridor-restarted-"));
chmodSync(folder, 0o711);
let running: EmbeddedDatabase;

async function start(port: number): Promise<void> {
  running = await startEmbeddedDatabase({ dataFolder: folder, durable: true, port, log: () => {} });
}
beforeAll(async () => {
  // Below the ports the system gives away: nobody takes it while the database is away.
  await start(await findFreePort(20_000 + ((process.pid * 37) % 10_000)));
  process.env.DATABASE_URL = running.appUrl;
  await migrateDatabase({ url: running.ownerUrl, appUser: "corridor_app", log: () => {} });
}, 120_000);
afterAll(async () => {
  const { closeSender } = await import("#app/events/sender.server.ts");
  const { closeDb } = await import("#db/client.server.ts");
  await closeSender();
  await closeDb();
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Fault = { name: string; happens: () => Promise<void> };

const faults: Fault[] = [
  {
    name: "restarted",
    happens: async () => {
      const { port } = running;
      await running.stop();
      await start(port);
    },
  },
  {
    name: "killed without warning",
    happens: async () => {
      const { port, pid, exited } = running;
      process.kill(pid, "SIGKILL");
      await exited;
      await start(port);
    },
  },
  {
    name: "rid of all its backends three times",
    happens: async () => {
      const sql = postgres(running.superUrl, { max: 1 });
      for (let time = 0; time < 3; time += 1) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corridor'`;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await sql.end();
    },
  },
];

test.each(faults)(
  "with the database $name under load nothing acknowledged is lost, and the process lives on",
  async ({ happens }) => {
    const { mintApiKey } = await import("#app/people/mint-api-key.server.ts");
    const { checkInvariants } = await import("#db/check-invariants.server.ts");
    const { db } = await import("#db/client.server.ts");
    const { newId } = await import("#db/new-id.server.ts");
    const { insights } = await import("#db/schema/insights.server.ts");
    const { aDepartment, aPerson } = await import("#tests/support/factories.ts");
    const author = await aPerson();
    const { slug } = await aDepartment();
    const key = (await mintApiKey({ email: `${author.handle}@library.example`, name: "a test" })) ?? "";
    const web = await startProcess({
      what: "serve",
      env: {
        DATABASE_URL: running.appUrl,
        MEILISEARCH: "off",
        LOG_LEVEL: "silent",
        REQUESTS_PER_MINUTE: "1000000",
        WRITES_PER_MINUTE: "1000000",
      },
    });
    const acknowledged = new Set<string>();
    const statuses = new Set<number>();
    let isOver = false;
    async function postUntilOver(): Promise<void> {
      while (!isOver) {
        const id = newId();
        const headers = {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": id,
        };
        const body = JSON.stringify({ body: `Heard ${id}`, departments: [slug], channel: "coffee" });
        const answer = await fetch(`${web.origin}/api/v1/insights`, { method: "POST", headers, body });
        statuses.add(answer.status);
        await answer.arrayBuffer();
        if (answer.status === 201) acknowledged.add(id);
      }
    }
    const posting = Promise.all([1, 2, 3, 4].map(postUntilOver));
    await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(20), { timeout: 30_000 });
    await happens();
    const then = acknowledged.size;
    await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(then + 20), { timeout: 60_000 });
    isOver = true;
    await posting;
    expect(web.process.exitCode).toBeNull();
    // Saved, or asked to try again: never a raw error.
    expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([]);
    await vi.waitFor(
      async () => {
        const rows = await db.select({ key: insights.idempotencyKey }).from(insights);
        const saved = new Set(rows.map((row) => row.key));
        expect([...acknowledged].filter((id) => !saved.has(id))).toEqual([]);
      },
      { timeout: 30_000 },
    );
    expect(await checkInvariants()).toEqual([]);
  },
  180_000,
);
