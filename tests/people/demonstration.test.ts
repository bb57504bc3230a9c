import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { people, rateLimits } from "#db/schema/people.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off", CORRIDOR_DEMO: "1" } });
const password = "corridor-demo-library";
let colleague: Person;
let real: Person;

beforeAll(async () => {
  const given = { demonstration: true, password, role: "editor" } as const;
  colleague = await aPerson({ ...given, handle: "ed", name: "Ed Demo", email: "editor@northmoor.example" });
  real = await aPerson({ name: "Rea Real", handle: "real", password });
});

// Each test is about something else than how often it was tried before.
beforeEach(() => db.delete(rateLimits).then(() => {}));

const forwarded: Record<string, string>[] = [
  { "x-forwarded-for": "203.0.113.9" },
  { "x-forwarded-host": "library.example" },
  { "x-forwarded-proto": "https" },
  { forwarded: "for=203.0.113.9" },
  { "x-real-ip": "203.0.113.9" },
  { via: "1.1 proxy" },
];

test("on this machine one press of a button signs in as a demonstration colleague", async () => {
  const client = await app.as();
  expect((await client.get("/sign-in")).text).toContain("Ed Demo");
  const answer = await client.post("/sign-in", { demonstration: colleague.handle, to: "/weeks" });
  expect([answer.status, answer.location]).toEqual([302, "/weeks"]);
  expect((await client.get("/me")).text).toContain("Ed Demo");
});

test("so does the password that is printed", async () => {
  const client = await app.as();
  expect((await client.post("/sign-in", { email: "editor@northmoor.example", password })).status).toBe(302);
});

test.each(forwarded)("not when the request came through something else: %o", async (headers) => {
  const client = await app.as();
  expect((await client.get("/sign-in", headers)).text).not.toContain("Ed Demo");
  expect((await client.post("/sign-in", { demonstration: colleague.handle }, headers)).status).toBe(400);
  const byPassword = { email: "editor@northmoor.example", password };
  expect((await client.post("/sign-in", byPassword, headers)).status).toBe(400);
  expect(client.cookies.size).toBe(0);
});

test("never as a real person, one who is disabled, or one who is not there", async () => {
  const gone = await aPerson({ demonstration: true });
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.id));
  for (const { handle } of [real, gone, { handle: "nobody" }, { handle: "" }]) {
    const client = await app.as();
    expect((await client.post("/sign-in", { demonstration: handle })).status).toBe(400);
    expect((await client.get("/me")).status).toBe(302);
  }
  expect((await (await app.as()).get("/sign-in")).text).not.toContain("Rea Real");
});

test("a demonstration colleague's password stays the one that is printed", async () => {
  const client = await app.as(colleague);
  const change = { intent: "change-password", current: password, next: "mine alone from now on" };
  expect((await client.post("/me", change)).status).toBe(404);
  expect(
    (await (await app.as()).post("/sign-in", { email: "editor@northmoor.example", password })).status,
  ).toBe(302);
});
