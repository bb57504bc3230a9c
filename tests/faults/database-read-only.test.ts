import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import { endConnections, runOnServer } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { keyOf } from "#tests/support/pages.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

/** As a full disk or a failing replica makes it, for every connection from now on. */
async function readOnly(on: boolean): Promise<void> {
  const { name } = app.database;
  await runOnServer(`alter database ${name} set default_transaction_read_only = ${on ? "on" : "off"}`);
  await endConnections(name);
}

test("a database that takes nothing any more is read as ever, a form is told so, and afterwards it is posted once", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  await anInsight({ person, departments: [department], body: "Written before the disk was full." });
  const client = await app.as(person);
  const key = keyOf((await client.get("/insights/new")).text);
  // Long enough ago that being here is noted again.
  await db.execute(sql`update sessions set last_seen_at = now() - interval '10 minutes'`);
  await readOnly(true);
  await expect.poll(async () => (await client.get("/")).status, { timeout: 20_000 }).toBe(200);
  for (const path of ["/", `/departments/${department.slug}`, "/search?q=disk"]) {
    const page = await client.get(path);
    expect(page.status, path).toBe(200);
    expect(page.text).toContain("Written before the");
  }
  const sent = { key, body: "Written while it was.", departments: department.slug, channel: "coffee" };
  const refused = await client.post("/insights/new", sent);
  expect(refused.status).toBe(503);

  await readOnly(false);
  await expect
    .poll(async () => (await client.post("/insights/new", sent)).status, { timeout: 20_000 })
    .toBe(302);
  expect((await client.post("/insights/new", sent)).status).toBe(302);
  expect(await db.$count(sql`insights`)).toBe(2);
  expect(await checkInvariants()).toEqual([]);
});

test("a table that finds no room on its disk gives the form back with its text, and posts it once there is room", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  const client = await app.as(person);
  const key = keyOf((await client.get("/insights/new")).text);
  // What PostgreSQL says when a file cannot grow.
  await runOnServer(
    `create function no_room() returns trigger language plpgsql as $$ begin
       raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
     create trigger no_room before insert on insights execute function no_room()`,
    app.database.superUrl,
  );
  const before = await db.$count(sql`insights`);
  const body = "Written while it was full, with every word kept.";
  const sent = { key, body, departments: department.slug, channel: "coffee" };
  const refused = await client.post("/insights/new", sent);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(refused.text).toContain(`${body}</textarea>`);
  expect((await client.get("/")).status).toBe(200);
  expect(await db.$count(sql`insights`)).toBe(before);

  await runOnServer("drop trigger no_room on insights; drop function no_room()", app.database.superUrl);
  for (let time = 0; time < 2; time += 1) expect((await client.post("/insights/new", sent)).status).toBe(302);
  expect(await db.$count(sql`insights`)).toBe(before + 1);
  expect(await checkInvariants()).toEqual([]);
});
