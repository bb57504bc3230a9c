import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

// As many to a connection as fifty have of ten, or enough that whoever comes behind them waits longer than for an answer.
const [pool, statements] = process.env.CORRIDOR_TEST_LONG ? [10, 50] : [2, 6];
const settings = { MEILISEARCH: "off", DATABASE_POOL: String(pool) };
const app = useApp({ worker: false, search: false, settings });

test(`${statements} statements of half a minute on ${pool} connections: others are told to come back, health answers, each is ended`, async () => {
  const client = await app.as(await aPerson());
  await anInsight({ body: "Still to be read." });
  const slow = Promise.allSettled(
    Array.from({ length: statements }, () => db.execute(sql`select pg_sleep(30)`)),
  );
  const pages = Promise.all(Array.from({ length: 10 }, () => client.get("/")));
  expect((await client.get("/health")).status).toBe(200);
  expect((await client.get("/health/ready")).status).toBe(503);
  for (const page of await pages) expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
  await expect
    .poll(async () => (await client.get("/")).text, { timeout: 60_000 })
    .toContain("Still to be read.");
  for (const { status } of await slow) expect(status).toBe("rejected");
}, 240_000);
