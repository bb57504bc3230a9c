import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventQueue } from "#app/events/queues.ts";
import { closeSender, jobInsert, notifyApart } from "#app/events/sender.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const database = useDatabase();
let listener: postgres.Sql;
let channel = "";
let heard: (said: string) => void;

/** What the worker is told first of an insight that is saved, and of nothing that happened before. */
async function saidOfAnInsight(): Promise<{ said: Promise<string> }> {
  const given = { person: await aPerson(), departments: [await aDepartment()] };
  const nothing = new Promise<void>((resolve) => {
    heard = (said) => said === "nothing" && resolve();
  });
  await listener.notify(channel, "nothing");
  await nothing;
  const said = new Promise<string>((resolve) => {
    heard = resolve;
  });
  await anInsight(given);
  return { said };
}

beforeAll(async () => {
  listener = postgres(database.superUrl, { max: 1, onnotice: () => {} });
  const [row] = await listener<{ channel: string }[]>`
    select 'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24) as channel`;
  channel = row?.channel ?? "";
  await listener.listen(channel, (said) => heard(said));
});
afterAll(async () => {
  await closeSender();
  await listener?.end({ timeout: 5 });
});

test("a job's statement is told apart from the notification that wakes the worker", async () => {
  const { text } = await jobInsert({ queue: eventQueue, data: {} });
  expect(text).toContain("pg_notify(");
  const apart = notifyApart(text);
  expect(apart.text).not.toContain("pg_notify(");
  expect(apart.wake).toMatch(/^select pg_notify\(.*, 'events'\)$/);
  expect(notifyApart(apart.text)).toEqual({ text: apart.text, wake: undefined });
});

test("saving an insight wakes the worker in a moment", async () => {
  const { said } = await saidOfAnInsight();
  expect(await said).toBe(eventQueue);
});

test("whoever closes at once wakes it before", async () => {
  const { said } = await saidOfAnInsight();
  await closeSender();
  expect(await said).toBe(eventQueue);
});
