import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

const statements = process.env.CORRIDOR_TEST_LONG ? 50 : 10;

test(`${statements} statements of half a minute: each is ended, others get a page or are told to come back, health answers`, async () => {
  const client = await app.as(await aPerson());
  await anInsight({ body: "Still to be read." });
  const slow = Promise.allSettled(
    Array.from({ length: statements }, () => db.execute(sql`select pg_sleep(30)`)),
  );
  const pages = Promise.all(Array.from({ length: 10 }, () => client.get("/")));
  expect((await client.get("/health")).status).toBe(200);
  expect([200, 503]).toContain((await client.get("/health/ready")).status);
  for (const page of await pages) {
    expect([200, 503]).toContain(page.status);
    if (page.status === 503) expect(page.headers.get("retry-after")).toMatch(/^\d+$/);
  }
  await expect
    .poll(async () => (await client.get("/")).text, { timeout: 60_000 })
    .toContain("Still to be read.");
  for (const { status } of await slow) expect(status).toBe("rejected");
}, 240_000);
