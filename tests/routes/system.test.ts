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
    "Last sent by mail",
    "None: mail is off",
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

test("how the last issue went out is told: what was sent, what was refused and why, and when the next is due", async () => {
  const [monday, before] = ["2026-11-16", "2026-11-09"].map((week) => ({ id: crypto.randomUUID(), week }));
  for (const { id, week } of [monday!, before!])
    await db.execute(sql`insert into weekly_issues (id, week, closed_at) values (${id}, ${week}, now())`);
  const mail = async (issue: string, state: string, why: string | null = null) => {
    const { id } = await aPerson();
    await db.execute(sql`insert into mails (id, person_id, purpose, subject_id, dedupe_key, state, sent_at, last_error)
      values (gen_random_uuid(), ${id}, 'weekly', ${issue}, ${crypto.randomUUID()}, ${state},
        case when ${state} = 'sent' then now() end, ${why})`);
  };
  for (const state of ["sent", "sent", "skipped", "unknown"]) await mail(monday!.id, state);
  await mail(monday!.id, "failed", "550 no such mailbox");
  await mail(before!.id, "failed", "an older reason");
  const { issue } = await findSystem();
  expect(issue.last).toMatchObject({
    monday: "2026-11-16",
    sent: 2,
    failed: 1,
    unknown: 1,
    skipped: 1,
    waiting: 0,
  });
  expect(issue.next.getTime()).toBeGreaterThan(Date.now());
  const { text } = await admin.get("/settings/system");
  for (const words of [
    "Week 47, 2026",
    "2 sent, 1 refused, 1 without an answer, 1 not wanted",
    "550 no such mailbox",
  ])
    expect(text).toContain(words);
  expect(text).not.toContain("an older reason");
  expect(text).toMatch(/href="\/settings"[^>]*aria-current="page"|aria-current="page"[^>]*href="\/settings"/);
});

const noIssue: System["issue"] = { last: null, closed: null, overdueSince: null, next: new Date() };
const well: System = {
  versions: { corridor: "1", node: "24", postgres: "18", engine: "1.21" },
  database: { bytes: 1, insights: 1, people: 1, migratedTo: new Date() },
  search: { state: "ok", indexing: "ok", unconfirmed: 0, oldest: null },
  worker: { seenAt: new Date() },
  mail: { isOn: true, waiting: 0, failed: 0 },
  issue: noIssue,
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
  [
    "an engine that is away",
    { search: { state: "down", indexing: "ok", unconfirmed: 0, oldest: null } },
    /does not answer/,
  ],
  ["a lag", { search: { state: "ok", indexing: "ok", unconfirmed: 3, oldest: long } }, /two minutes/],
  [
    "a full disk of the engine",
    { search: { state: "ok", indexing: "disk-full", unconfirmed: 3, oldest: long } },
    /engine’s disk is full/,
  ],
  [
    "a fresh change",
    { search: { state: "ok", indexing: "ok", unconfirmed: 3, oldest: new Date() } },
    undefined,
  ],
  [
    "a failed backup",
    { backup: { ...well.backup, state: "failed", trouble: "The disk is full." } },
    /disk is full/,
  ],
  ["a full disk", { disks: [{ of: "Backups", free: 9, total: 100 }] }, /Backups: less than a tenth/],
  ["an issue that is late", { issue: { ...noIssue, overdueSince: long } }, /its issue is late/],
  ["a week whose moment has just come", { issue: { ...noIssue, overdueSince: new Date() } }, undefined],
  ["a refused mail", { mail: { isOn: true, waiting: 0, failed: 1 } }, /One mail was refused/],
])("%s is told of in words", (_, wrong, words) => {
  const said = whatIsWrong({ ...well, ...wrong }, new Date());
  if (words) expect(said).toEqual([expect.stringMatching(words)]);
  else expect(said).toEqual([]);
});
