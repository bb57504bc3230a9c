import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { people, sessions } from "#db/schema/people.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

async function isIn(client: Client): Promise<boolean> {
  const { status, location } = await client.get("/me");
  if (status === 302) expect(location).toBe("/sign-in?to=%2Fme");
  return status === 200;
}

/** As if this much time had passed since the session was used, and begun. */
function age(personId: string, change: { idle?: string; begun?: string }): Promise<unknown> {
  return db
    .update(sessions)
    .set({
      ...(change.idle && { lastSeenAt: sql`now() - ${change.idle}::interval` }),
      ...(change.begun && { expiresAt: sql`now() + interval '7 days' - ${change.begun}::interval` }),
    })
    .where(eq(sessions.personId, personId));
}

test.each([
  ["seven hours and more unused", { idle: "7 hours 55 minutes" }, true],
  ["eight hours unused", { idle: "8 hours 1 minute" }, false],
  ["six days and more old", { begun: "6 days 23 hours" }, true],
  ["seven days old", { begun: "7 days 1 minute" }, false],
  ["seven days old and in use", { idle: "1 minute", begun: "7 days 1 minute" }, false],
])("a session %s", async (_, change, lives) => {
  const person = await aPerson();
  const client = await app.as(person);
  expect(await isIn(client)).toBe(true);
  await age(person.id, change);
  expect(await isIn(client)).toBe(lives);
});

test("being used keeps a session from being idle, and never beyond its end", async () => {
  const person = await aPerson();
  const client = await app.as(person);
  const [before] = await db.select().from(sessions).where(eq(sessions.personId, person.id));
  await age(person.id, { idle: "6 hours" });
  await client.get("/me");
  const [after] = await db
    .select({
      fresh: sql<boolean>`last_seen_at > now() - interval '1 minute'`,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(eq(sessions.personId, person.id));
  expect(after).toEqual({ fresh: true, expiresAt: before?.expiresAt });
});

test("a cookie kept from before signing out opens nothing", async () => {
  const person = await aPerson();
  const [client, thief] = [await app.as(person), await app.as()];
  thief.cookies.set("sid", client.cookies.get("sid") ?? "");
  expect(await isIn(thief)).toBe(true);
  const out = await client.post("/sign-out", {});
  expect([out.status, out.location, client.cookies.has("sid")]).toEqual([302, "/sign-in", false]);
  expect(out.headers.get("clear-site-data")).toContain("storage");
  expect(await isIn(thief)).toBe(false);
});

test("signing in gives a new secret, never one that was brought along, and ends the session before it", async () => {
  const password = "a long way from the desk";
  const [before, next] = [await aPerson(), await aPerson({ password })];
  const [client, left] = [await app.as(before), await app.as()];
  const brought = client.cookies.get("sid") ?? "";
  left.cookies.set("sid", brought);
  await client.post("/sign-in", { email: `${next.handle}@library.example`, password });
  expect(client.cookies.get("sid")).not.toBe(brought);
  expect((await client.get("/me")).text).toContain(next.name);
  expect(await isIn(left)).toBe(false);
});

test("a disabled person is out at the next click, everywhere", async () => {
  const person = await aPerson();
  const clients = [await app.as(person), await app.as(person)];
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, person.id));
  for (const client of clients) expect(await isIn(client)).toBe(false);
  expect((await clients[0]?.post("/insights/new", { body: "one more" }))?.status).toBe(401);
});

test("signing out everywhere else leaves this browser in and nobody else's business touched", async () => {
  const person = await aPerson();
  const [here, there, another] = [await app.as(person), await app.as(person), await app.as(await aPerson())];
  expect((await here.post("/me", { intent: "end-sessions" })).location).toBe("/me");
  expect([await isIn(here), await isIn(there), await isIn(another)]).toEqual([true, false, true]);
});

test("changing the password ends every other session and gives this one a new secret", async () => {
  const password = "a long way from the desk";
  const person = await aPerson({ password });
  const [here, there] = [await app.as(person), await app.as(person)];
  const before = here.cookies.get("sid") ?? "";
  const change = { intent: "change-password", current: password, next: "a longer way from any desk" };
  expect((await here.post("/me", { ...change, current: "wrong" })).status).toBe(400);
  expect((await here.post("/me", { ...change, next: "short" })).status).toBe(400);
  expect(await isIn(there)).toBe(true);
  expect((await here.post("/me", change)).location).toBe("/me");
  expect(here.cookies.get("sid")).not.toBe(before);
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  there.cookies.set("sid", before);
  expect(await isIn(there)).toBe(false);
});

test.each(["", "x", "0".repeat(43), "..%2f", `${"A".repeat(43)}; sid=x`])(
  "the cookie “%s” opens nothing",
  async (sid) => {
    const client = await app.as();
    client.cookies.set("sid", sid);
    expect(await isIn(client)).toBe(false);
  },
);
