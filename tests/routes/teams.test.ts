import { eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { anAdministrator } from "#tests/people/people.ts";
import { useApp } from "#tests/support/app.ts";
import { aPerson, aTeam } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

const admin = async () => app.as(await anAdministrator());

test("teams are added, renamed, and removed while nothing hangs on them", async () => {
  const client = await admin();
  const name = `Maps ${crypto.randomUUID()}`;
  const send = (sent: Record<string, string>) => client.post("/settings/teams", sent);
  expect((await send({ intent: "add", name })).status).toBe(302);
  expect((await send({ intent: "add", name: name.toUpperCase() })).status).toBe(302);
  const rows = await db.select().from(teams).where(eq(teams.name, name));
  expect(rows).toHaveLength(1);
  const id = rows[0]!.id;
  expect((await send({ intent: "rename", id, name: `${name} and plans` })).status).toBe(302);
  const other = await aTeam();
  expect((await send({ intent: "rename", id, name: other.name })).text).toContain(
    "Another team has that name",
  );
  const used = await aPerson();
  const kept = await send({ intent: "remove", id: used.team.id });
  expect([kept.status, kept.text.includes("It stays: people are in it")]).toEqual([400, true]);
  expect((await send({ intent: "remove", id })).status).toBe(302);
  expect((await send({ intent: "rename", id, name: "Gone" })).status).toBe(404);
  expect((await send({ intent: "add", name: " " })).text).toContain("Enter a name");
});

test("a name whose small letters JavaScript and PostgreSQL write differently is one name all the same", async () => {
  const client = await admin();
  const send = (sent: Record<string, string>) => client.post("/settings/teams", sent);
  const mark = crypto.randomUUID();
  const name = `İstanbul ${mark}`;
  for (const again of [name, name, name.replace("stanbul", "STANBUL")])
    expect((await send({ intent: "add", name: again })).status).toBe(302);
  const rows = await db
    .select()
    .from(teams)
    .where(like(teams.name, `%${mark}`));
  expect(rows.map((row) => row.name)).toEqual([name]);
  const other = await aTeam();
  const renamed = await send({ intent: "rename", id: other.id, name: name.replace("stanbul", "STANBUL") });
  expect(renamed.text).toContain("Another team has that name");
});
