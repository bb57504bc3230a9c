import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { apiKeys } from "#db/schema/people.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { anAdministrator, password } from "#tests/people/people.ts";
import { useApp } from "#tests/support/app.ts";
import { aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const page = "/settings/api-keys";

const making = (person: Person, given: Record<string, string> = {}): Record<string, string> => ({
  intent: "make",
  id: crypto.randomUUID(),
  name: "Reading list importer",
  person: person.handle,
  lastDay: "",
  password,
  ...given,
});

const status = async (key: string) =>
  (await fetch(`${app.origin}/api/v1/departments`, { headers: { authorization: `Bearer ${key}` } })).status;

const keyOn = (text: string) => /value="(corridor_[\w-]+)"/.exec(text)?.[1] ?? "no key on the page";

/** A key made at the terminal, and its row. */
async function aKeyOf(person: Person, name = "Reading list importer") {
  const key = (await mintApiKey({ email: `${person.handle}@library.example`, name })) ?? "";
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.personId, person.id), eq(apiKeys.name, name)));
  if (!row) throw new Error("no key was made");
  return { key, id: row.id };
}

const happened = async (id: string) =>
  (await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ name, actorId }) => [name, actorId] as const,
  );

test("a key is shown once, opens as its person, and is listed with whom, when and by whom ever after", async () => {
  const [admin, person] = [await anAdministrator(), await aPerson({ name: "Nia Bevan" })];
  const client = await app.as(admin);
  const sent = making(person, { name: "The  catalogue <b>" });
  const made = await client.post(page, sent);
  expect(made.status).toBe(200);
  const key = keyOn(made.text);
  expect(made.text).toContain(`Authorization: Bearer ${key}`);
  expect(await status(key)).toBe(200);

  const listed = await client.get(page);
  expect(listed.text).not.toContain(key);
  for (const words of ["The catalogue &lt;b&gt;", "Nia Bevan", `by ${admin.name}`, "last used", "today"])
    expect(listed.text).toContain(words);
  expect(await happened(sent.id ?? "")).toEqual([["api-key.minted", admin.id]]);
  const about = await client.get(`/settings/people/${person.handle}`);
  expect(about.text).toContain("Made an API key that acts as them");
});

test("sent twice, a form makes one key and says that it was shown before", async () => {
  const [client, person] = [await app.as(await anAdministrator()), await aPerson()];
  const sent = making(person);
  const first = keyOn((await client.post(page, sent)).text);
  const again = await client.post(page, sent);
  expect(again.text).toContain("This key was made already");
  expect(again.text).not.toContain("corridor_");
  expect([await status(first), await db.$count(apiKeys, eq(apiKeys.personId, person.id))]).toEqual([200, 1]);
});

test.each([
  ["password", { password: "guessing and guessing" }, "That is not your password"],
  ["name", { name: " " }, "Say which program it is for"],
  ["long name", { name: "x".repeat(61) }, "A name has at most 60 characters"],
  ["person", { person: "nobody-here" }, "Choose a colleague from the list"],
  ["no person", { person: "" }, "Choose whom it acts as"],
  ["past day", { lastDay: "2020-01-01" }, "That day is over"],
  ["no day", { lastDay: "some day" }, "Give a day, or leave it empty"],
])("nothing is made for a wrong %s, and what was typed stays", async (_, wrong, words) => {
  const [client, person] = [await app.as(await anAdministrator()), await aPerson()];
  const refused = await client.post(page, making(person, { name: "Kept as typed", ...wrong }));
  expect(refused.status).toBe(400);
  expect(refused.text).toContain(words);
  if (!("name" in wrong)) expect(refused.text).toContain('value="Kept as typed"');
  expect(await db.$count(apiKeys, eq(apiKeys.personId, person.id))).toBe(0);
});

test("a guess at the administrator's password is counted like one at signing in", async () => {
  const [client, person] = [await app.as(await anAdministrator()), await aPerson()];
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) {
    statuses.push((await client.post(page, making(person, { password: `guess number ${n}` }))).status);
  }
  // Too fast, or the eleventh.
  expect(statuses).toContain(429);
});

test("nobody has more than twenty keys that are open", async () => {
  const [client, person] = [await app.as(await anAdministrator()), await aPerson()];
  const keyHash = sql`gen_random_uuid()::text`;
  await db.insert(apiKeys).values(
    Array.from({ length: 20 }, () => ({
      id: crypto.randomUUID(),
      personId: person.id,
      name: "many",
      keyHash,
    })),
  );
  const refused = await client.post(page, making(person));
  expect(refused.text).toContain("revoke one first");
  await db
    .update(apiKeys)
    .set({ endsAt: sql`now() - interval '1 minute'` })
    .where(eq(apiKeys.personId, person.id));
  expect((await client.post(page, making(person))).text).toContain("shown this once");
});

test("a key opens until the end of its last day, and nothing after", async () => {
  const [client, person] = [await app.as(await anAdministrator()), await aPerson()];
  const sent = making(person, { lastDay: "2030-06-30" });
  const key = keyOn((await client.post(page, sent)).text);
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.id, sent.id ?? ""));
  // Half past midnight on the first in London is still June by UTC.
  expect(row?.endsAt?.toISOString()).toBe("2030-06-30T23:00:00.000Z");
  expect((await client.get(page)).text).toContain("30 June 2030");
  expect(await status(key)).toBe(200);
  await db
    .update(apiKeys)
    .set({ endsAt: sql`now() - interval '1 second'` })
    .where(eq(apiKeys.keyHash, row?.keyHash ?? ""));
  expect(await status(key), "a key seen a moment ago as well").toBe(401);
  expect((await client.get(page)).text).toContain("Its last day was".toLowerCase());
});

test("revoking takes the key's name, and the next call is refused", async () => {
  const [admin, person] = [await anAdministrator(), await aPerson()];
  const client = await app.as(admin);
  const { key, id } = await aKeyOf(person);
  expect(await status(key)).toBe(200);
  const wrong = await client.post(page, { intent: "revoke-key", id, typed: "importer" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("it is open as before");
  expect(await status(key)).toBe(200);
  const done = await client.post(page, { intent: "revoke-key", id, typed: " reading list  IMPORTER" });
  expect(done.location).toBe(page);
  expect(await status(key)).toBe(401);
  await client.post(page, { intent: "revoke-key", id, typed: "Reading list importer" });
  expect(await happened(id)).toEqual([
    ["api-key.minted", null],
    ["api-key.revoked", admin.id],
  ]);
  expect((await client.get(page)).text).toContain(`by ${admin.name}`);
  expect((await client.post(page, { intent: "revoke-key", id: crypto.randomUUID(), typed: "" })).status).toBe(
    404,
  );
});

test("everybody sees and ends on their account what acts as them, and nothing of others", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const [own, theirs] = [await aKeyOf(person, "My importer"), await aKeyOf(other, "Their importer")];
  const client = await app.as(person);
  const account = await client.get("/me");
  expect(account.text).toContain("My importer");
  expect(account.text).not.toContain("Their importer");
  const end = (id: string, typed: string) => client.post("/me", { intent: "revoke-key", id, typed });
  expect((await end(theirs.id, "Their importer")).status).toBe(404);
  expect((await end(own.id, "something else")).status).toBe(400);
  expect((await end(own.id, "My importer")).location).toBe("/me");
  expect([await status(own.key), await status(theirs.key)]).toEqual([401, 200]);
  expect((await client.get("/me")).text).not.toContain("My importer");
});

test("the keys of somebody disabled open nothing, and the page says so", async () => {
  const [client, person] = [await app.as(await anAdministrator()), await aPerson()];
  const { key, id } = await aKeyOf(person);
  expect(await status(key)).toBe(200);
  await client.post(`/settings/people/${person.handle}`, { intent: "disable" });
  expect(await status(key)).toBe(401);
  const { text } = await client.get(page);
  expect(text).toContain("Opens nothing: they are disabled");
  expect(text).toContain(`value="${id}"`);
  expect((await client.post(page, making(person))).text).toContain("Choose a colleague from the list");
});

test("after a restore the page asks to look through the keys from before", async () => {
  const [client, person] = [await app.as(await anAdministrator()), await aPerson()];
  await aKeyOf(person);
  expect((await client.get(page)).text).not.toContain("Look these keys through");
  await db.insert(settings).values({ key: "restored-at", value: sql`to_jsonb(now() + interval '1 second')` });
  expect((await client.get(page)).text).toContain("Look these keys through");
});
