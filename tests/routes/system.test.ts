import { sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { deadLetterQueue, eventQueue } from "#app/events/queues.ts";
import { findSystem } from "#app/upkeep/find-system.server.ts";
import { type System, whatIsWrong } from "#app/upkeep/system.ts";
import { db } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp();
let admin: Client;
beforeAll(async () => {
  admin = await app.as(await aPerson({ role: "admin" }));
});

async function failedJob(id: string): Promise<string> {
  const [row] = await db.execute<{ id: string }>(sql`
    insert into pgboss.job (name, data) values (${deadLetterQueue},
      ${JSON.stringify({ eventId: crypto.randomUUID(), name: "insight.posted", subjectId: id })}::jsonb) returning id`);
  return row?.id ?? "";
}

test("an administrator sees how each part stands, and no address, password or key", async () => {
  await vi.waitFor(
    async () => {
      const { search, worker } = await findSystem();
      expect(search.state).toBe("ok");
      expect(worker.seenAt).not.toBeNull();
    },
    { timeout: 20_000, interval: 100 },
  );
  const { status, text } = await admin.get("/settings/system");
  expect(status).toBe(200);
  for (const words of [
    "How it runs",
    "PostgreSQL",
    "No backup has ever been made",
    "Worker last heard of",
    "Working",
    "1.21",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/postgres:\/\/|corridor_app|masterKey|Bearer|127\.0\.0\.1/);
  expect((await (await app.as(await aPerson({ role: "editor" }))).get("/settings/system")).status).toBe(404);
});

test("a job that failed for good is tried again from the page, and done", async () => {
  const { id } = await anInsight();
  await vi.waitFor(async () => expect((await findSystem()).search.unconfirmed).toBe(0), { timeout: 20_000 });
  await db.execute(sql`update insight_index_states set wanted = wanted + 1 where insight_id = ${id}`);
  const job = await failedJob(id);
  expect((await admin.get("/settings/system")).text).toContain("One job has failed ten times");
  expect((await admin.post("/settings/system", { intent: "try-again", id: job })).status).toBe(302);
  expect((await findSystem()).failed).toEqual([]);
  await vi.waitFor(
    async () => {
      const [row] = await db.execute<{ done: boolean }>(
        sql`select confirmed = wanted as done from insight_index_states where insight_id = ${id}`,
      );
      expect(row?.done).toBe(true);
    },
    { timeout: 20_000 },
  );
  expect((await admin.get("/settings/system")).text).toContain("No job has failed for good");
  const [noted] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from events where name = 'job.tried-again'`,
  );
  expect(noted?.count).toBe(1);
});

test("all of them at once, each exactly once, however often the button is pressed", async () => {
  for (let number = 0; number < 5; number += 1) await failedJob(crypto.randomUUID());
  await Promise.all([1, 2, 3].map(() => admin.post("/settings/system", { intent: "try-all-again" })));
  expect((await findSystem()).failed).toEqual([]);
  const [sent] = await db.execute<{ count: number }>(sql`
    select sum((fields[1])::int)::int as count from events where name = 'job.tried-again'`);
  expect(sent?.count).toBe(6);
  const queues = (await findSystem()).queues.map(({ name }) => name);
  expect(queues).toEqual(expect.arrayContaining([eventQueue, deadLetterQueue]));
});

const well: System = {
  versions: { corridor: "1", node: "24", postgres: "18", engine: "1.21" },
  database: { bytes: 1, insights: 1, people: 1, migratedTo: new Date() },
  search: { state: "ok", unconfirmed: 0, oldest: null },
  worker: { seenAt: new Date() },
  mail: { isOn: true, waiting: 0, failed: 0 },
  queues: [],
  failed: [],
  backup: { state: "ok", last: undefined, trouble: undefined, isScheduled: true, hour: 2, keep: 14 },
  disks: [{ of: "Backups", free: 50, total: 100 }],
};
const long = new Date(Date.now() - 60 * 60_000);

test.each<[string, Partial<System>, RegExp | undefined]>([
  ["nothing", {}, undefined],
  ["a silent worker", { worker: { seenAt: long } }, /No worker/],
  ["no worker ever", { worker: { seenAt: null } }, /No worker/],
  ["an engine that is away", { search: { state: "down", unconfirmed: 0, oldest: null } }, /does not answer/],
  ["a lag", { search: { state: "ok", unconfirmed: 3, oldest: long } }, /two minutes/],
  ["a fresh change", { search: { state: "ok", unconfirmed: 3, oldest: new Date() } }, undefined],
  [
    "a failed backup",
    { backup: { ...well.backup, state: "failed", trouble: "The disk is full." } },
    /disk is full/,
  ],
  ["a full disk", { disks: [{ of: "Backups", free: 9, total: 100 }] }, /Backups: less than a tenth/],
  ["a refused mail", { mail: { isOn: true, waiting: 0, failed: 1 } }, /One mail was refused/],
])("%s is told of in words", (_, wrong, words) => {
  const said = whatIsWrong({ ...well, ...wrong }, new Date());
  if (words) expect(said).toEqual([expect.stringMatching(words)]);
  else expect(said).toEqual([]);
});
