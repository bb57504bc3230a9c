import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { setLeaverNames } from "#app/people/set-leaver-names.server.ts";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { ownSamples, type Sample } from "#tests/imports/own-samples.ts";
import { anAdministrator, linkOn, password, rowOf } from "#tests/people/people.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aDepartment, aLiaison, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

const admin = async () => app.as(await anAdministrator());

async function inviting(): Promise<Record<string, string>> {
  const team = await aTeam();
  return {
    intent: "invite",
    id: crypto.randomUUID(),
    name: "Mair Owen",
    email: `${crypto.randomUUID()}@library.example`,
    role: "liaison",
    jobTitle: "",
    team: team.name,
  };
}

/** Sends a file as a form in a browser does. */
async function sendFile(client: Client, bytes: Uint8Array, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ role: "assistant", team: "", ...fields }))
    form.append(name, value);
  form.append("file", new Blob([bytes as never], { type: "text/csv" }), "people.csv");
  const answer = await fetch(`${app.origin}/settings/people/import`, {
    method: "POST",
    body: form,
    headers: {
      cookie: `sid=${client.cookies.get("sid")}`,
      origin: app.origin,
      "sec-fetch-site": "same-origin",
    },
  });
  return { status: answer.status, text: await answer.text() };
}

test("an invitation is shown once as a link, which sets a password, signs in, and then opens nothing", async () => {
  const client = await admin();
  const sent = await inviting();
  const page = await client.post("/settings/people", sent);
  expect(page.status).toBe(200);
  const path = linkOn(page);
  expect((await client.get("/settings/people")).text).not.toContain(path);

  const visitor = await app.as();
  expect((await visitor.get(path)).text).toContain("Welcome, Mair Owen");
  expect((await visitor.post(path, { next: "short" })).status).toBe(400);
  const joined = await visitor.post(path, { next: "twelve unrelated sparrows" });
  expect(joined.location).toBe("/");
  expect((await visitor.get("/me")).text).toContain("Mair Owen");
  expect((await visitor.get("/")).status).toBe(200);
  const again = await (await app.as()).get(path);
  expect(again.status).toBe(404);
  expect(again.text).toContain("This link opens nothing");
  expect(again.headers.get("cache-control")).toContain("no-store");
  const signedIn = await (await app.as()).post("/sign-in", {
    email: sent.email ?? "",
    password: "twelve unrelated sparrows",
    to: "/",
  });
  expect(signedIn.location).toBe("/");
});

test("an administrator is invited only with the inviter's own password, by form and by list", async () => {
  const client = await admin();
  const { name = "", email = "", jobTitle = "", team = "" } = await inviting();
  const details = { name, email, role: "admin", jobTitle, team };
  const form = { intent: "invite", id: crypto.randomUUID(), ...details };
  const list = { intent: "bring-in", people: JSON.stringify([details]) };
  for (const [path, sent] of [
    ["/settings/people", { ...form, password: "" }],
    ["/settings/people/import", { ...list, password: "guessing and guessing" }],
  ] as const) {
    const refused = await client.post(path, sent);
    expect(refused.status, path).toBe(400);
    expect(refused.text).toContain("That is not your password");
    expect(refused.text).toContain(email);
  }
  expect(await db.$count(people, eq(people.email, email))).toBe(0);
  expect((await client.post("/settings/people/import", { ...list, password })).text).toContain(
    "One person is invited.",
  );
});

test.each([
  [{ name: "" }, "Enter a name"],
  [{ email: "nowhere" }, "Enter an e-mail address"],
  [{ role: "king" }, "Choose a role"],
  [{ team: "" }, "Choose a team"],
])("an invitation with %j is refused, with what was typed", async (wrong, message) => {
  const client = await admin();
  const page = await client.post("/settings/people", {
    ...(await inviting()),
    jobTitle: "Keeper of maps",
    ...wrong,
  });
  expect(page.status).toBe(400);
  expect(page.text).toContain(message);
  expect(page.text).toContain("Keeper of maps");
});

test("whoever is disabled is refused at the next click and the next call, and let in again with the same key", async () => {
  const client = await admin();
  const person = await aPerson({ password });
  const email = `${person.handle}@library.example`;
  const key = await mintApiKey({ email, name: "desk" });
  const theirs = await app.as(person);
  const call = () =>
    fetch(`${app.origin}/api/v1/departments`, { headers: { authorization: `Bearer ${key}` } });
  expect([(await theirs.get("/")).status, (await call()).status]).toEqual([200, 200]);
  await client.post(`/settings/people/${person.handle}`, { intent: "disable" });
  expect((await theirs.get("/departments")).location).toBe("/sign-in?to=%2Fdepartments");
  expect((await theirs.post("/me", { intent: "end-sessions" })).status).toBe(401);
  expect((await call()).status).toBe(401);
  const signIn = async () => (await app.as()).post("/sign-in", { email, password, to: "/" });
  expect((await signIn()).status).toBe(400);
  await client.post(`/settings/people/${person.handle}`, { intent: "enable" });
  expect((await theirs.get("/departments")).status, "their old session stays ended").toBe(302);
  expect([(await signIn()).location, (await call()).status]).toEqual(["/", 200]);
});

test("a role, a link for a new password: each takes the administrator's own password", async () => {
  const client = await admin();
  const person = await aPerson({ password, role: "assistant" });
  const address = `/settings/people/${person.handle}`;
  const { email, name, recordVersion: version } = await rowOf(person.id);
  const change = {
    intent: "change",
    version: String(version),
    name,
    email,
    role: "editor",
    team: person.team.name,
    jobTitle: "",
  };
  const refused = await client.post(address, { ...change, password: "guessing and guessing" });
  expect([refused.status, (await rowOf(person.id)).role]).toEqual([400, "assistant"]);
  expect(refused.text).toContain("That is not your password");
  expect((await client.post(address, { ...change, password })).status).toBe(302);
  expect((await rowOf(person.id)).role).toBe("editor");

  expect((await client.post(address, { intent: "link" })).text).toContain("That is not your password");
  const page = await client.post(address, { intent: "link", password });
  const visitor = await app.as();
  const path = linkOn(page);
  expect((await visitor.post(path, { next: "an entirely other sentence" })).location).toBe("/");
  expect((await client.get(address)).text).toContain("Made a link to set a new password");
});

test("the last administrator stays, and is told why", async () => {
  await db.update(people).set({ role: "editor" }).where(eq(people.role, "admin"));
  const last = await anAdministrator();
  const client = await app.as(last);
  const answer = await client.post(`/settings/people/${last.handle}`, { intent: "disable" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("They are the last administrator");
  expect((await client.get("/settings/people")).status).toBe(200);
});

test("a colleague's page shows what the reader may see, a page at a time, and whom they look after", async () => {
  const author = await aPerson({ name: "Priya Shah" });
  const department = await aDepartment({ name: "Informatics" });
  await aLiaison({ department, person: author });
  for (const visibility of ["team", "me"]) {
    await anInsight({
      person: author,
      departments: [department],
      body: `Kept ${visibility}`,
      sent: { visibility },
    });
  }
  for (let at = 0; at < 23; at += 1)
    await anInsight({ person: author, departments: [department], body: `Heard ${at}.` });
  const reader = await app.as(await aPerson());
  const page = await reader.get(`/people/${author.handle}`);
  expect(page.text).toContain("Priya Shah");
  expect(page.text).toContain('href="/departments/');
  expect([page.text.includes("Heard 22."), page.text.includes("Heard 2.")]).toEqual([true, false]);
  expect(page.text).not.toMatch(/Kept (team|me)/);
  const [, older = ""] = /href="(\/people\/[^"]*\?before=\d+)"/.exec(page.text) ?? [];
  expect((await reader.get(older)).text).toContain("Heard 2.");
  const mate = await app.as(await aPerson({ team: author.team }));
  const [, mates = ""] =
    /href="(\/people\/[^"]*\?before=\d+)"/.exec((await mate.get(`/people/${author.handle}`)).text) ?? [];
  const seen = (await mate.get(mates)).text;
  expect([seen.includes("Kept team"), seen.includes("Kept me")]).toEqual([true, false]);
  expect((await reader.get("/people/nobody-here")).status).toBe(404);
  expect((await reader.get("/people/%00")).status).toBe(404);
});

test("under their role a leaver's name stands nowhere a colleague looks", async () => {
  const administrator = await anAdministrator();
  const client = await app.as(administrator);
  const author = await aPerson({ name: "Unusualname Person" });
  const { id } = await anInsight({ person: author });
  await setLeaverNames({ actorId: administrator.id, leavers: "role" });
  await client.post(`/settings/people/${author.handle}`, { intent: "disable" });
  const reader = await app.as(await aPerson());
  for (const address of [`/insights/${id}`, `/insights/${id}/history`, "/", "/search?q=reading"]) {
    const { text } = await reader.get(address);
    expect(text, address).not.toContain("Unusualname");
    expect(text, address).not.toContain(author.handle);
  }
  expect((await reader.get(`/insights/${id}`)).text).toContain("Former liaison librarian");
  expect((await reader.get(`/people/${author.handle}`)).status).toBe(404);
  expect((await client.get("/settings/people")).text).toContain("Unusualname Person");
  await setLeaverNames({ actorId: administrator.id, leavers: "name" });
});

test("a list of people is looked at before anybody is invited, and brings each in once", async () => {
  const client = await admin();
  const mark = crypto.randomUUID();
  const taken = (await rowOf((await aPerson()).id)).email;
  const csv = [
    "\uFEFFName;E-mail;Role;Team",
    `Ann Lee;ann-${mark}@library.example;editor;Sciences ${mark}`,
    `Bob Ray;bob-${mark}@library.example;;Sciences ${mark}`,
    `Cy Poe;nowhere;;Sciences ${mark}`,
    `Dee Fox;${taken};;Sciences ${mark}`,
    `Eve Ash;eve-${mark}@library.example;wizard;Sciences ${mark}`,
  ].join("\r\n");
  const looked = await sendFile(client, Buffer.from(csv));
  expect(looked.text).toContain("2 people would be invited");
  expect(looked.text).toContain("3 rows would be left out");
  for (const why of [
    "Enter an e-mail address",
    "Somebody has that e-mail address already",
    "“wizard” is no role here",
  ]) {
    expect(looked.text).toContain(why);
  }
  expect(await db.$count(people, eq(people.email, `ann-${mark}@library.example`)), "nothing yet").toBe(0);
  const [, list = ""] = /name="people" value="([^"]*)"/.exec(looked.text) ?? [];
  const sent = { intent: "bring-in", people: list.replaceAll("&quot;", '"') };
  const done = await client.post("/settings/people/import", sent);
  expect(done.text).toContain("2 people are invited.");
  expect(done.text.match(/\/links\//g)?.length).toBeGreaterThanOrEqual(2);
  const [row] = await db
    .select()
    .from(people)
    .where(eq(people.email, `ann-${mark}@library.example`));
  expect(row).toMatchObject({ role: "editor", passwordHash: null });
  expect((await client.post("/settings/people/import", sent)).text).toContain("0 people are invited.");
});

const data = process.env.CORRIDOR_TEST_DATA;
const path = data && join(data, "csv-samples.json");
const samples: readonly Sample[] =
  path && existsSync(path) ? [...ownSamples, ...JSON.parse(readFileSync(path, "utf8"))] : ownSamples;

test(`no file breaks it (${samples.length} samples)`, async () => {
  const client = await admin();
  const files = samples.map(({ base64 }) => Buffer.from(base64, "base64"));
  for (const bytes of [
    ...files,
    Buffer.alloc(0),
    Buffer.from([0xff, 0xfe, 0x00]),
    Buffer.alloc(300_000, "a,"),
  ]) {
    const { status, text } = await sendFile(client, bytes);
    expect([200, 400]).toContain(status);
    expect(text).toMatch(/role="alert"|would be (invited|left out)/);
  }
});

test("forgetting a password has one answer for all, and is counted by the account", async () => {
  // Without mail the page says whom to ask, and takes nothing.
  const visitor = await app.as();
  expect((await visitor.get("/forgot-password")).text).toContain("An administrator of your library");
  expect((await visitor.post("/forgot-password", { email: "a@library.example" })).status).toBe(404);
});
