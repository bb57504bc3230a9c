import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { offerFirstRun } from "#app/people/first-run-link.server.ts";
import { react } from "#app/worker.server.ts";
import { db } from "#db/client.server.ts";
import { isEmptyLibrary } from "#db/demo/is-empty.server.ts";
import { removeDemoLibrary } from "#db/demo/remove-demo-library.server.ts";
import { ownLibrary as given } from "#tests/people/own-library.ts";
import { useApp } from "#tests/support/app.ts";
import { aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const run = promisify(execFile);

/** As it was before anybody came: as the owner, for the ledger is not the application's to empty. */
beforeEach(async () => {
  await db.execute(sql`update people set demonstration = true`);
  await db.execute(sql`update teams set slug = 'health'`);
  await removeDemoLibrary({ ownerUrl: app.database.ownerUrl });
  expect(await isEmptyLibrary()).toBe(true);
});

const link = async () => `/first-run/${await offerFirstRun()}`;
const people = async () => db.$count(sql`people`);

test("whoever has the terminal makes an empty library theirs, once, and is signed in", async () => {
  const { stdout } = await run(process.execPath, ["scripts/setup.ts", "--link"], {
    env: { ...process.env, DATABASE_URL: app.database.url, APP_ORIGIN: app.origin },
  });
  const path = new URL(stdout.split("\n")[0] ?? "").pathname;
  const client = await app.as();
  const page = await client.get(path);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Make this library yours");
  expect(page.headers.get("referrer-policy")).toBe("same-origin");
  expect((await client.get(path)).status, "looking does not use it").toBe(200);

  const wrong = await client.post(path, { ...given, weekDay: "9", email: "no", password: "short" });
  expect(wrong.status).toBe(400);
  for (const words of ["Choose a day", "Enter an e-mail address such as", "at least 12 characters"])
    expect(wrong.text).toContain(words);
  expect(wrong.text).toContain('value="Ruth Bell"');
  expect(wrong.text).not.toContain("short");
  expect(await people()).toBe(0);

  const made = await client.post(path, given);
  expect(made).toMatchObject({ status: 302, location: "/" });
  expect((await client.get("/settings/library")).text).toContain('value="Bell Chambers Library"');
  expect((await client.get("/departments")).text).toContain("Practice groups");
  for (const answer of [await client.get(path), await (await app.as()).post(path, given)]) {
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("This link opens nothing");
  }
  expect(await people()).toBe(1);
});

test("of ten at once, one is the administrator", async () => {
  const path = await link();
  const clients = await Promise.all(Array.from({ length: 10 }, () => app.as()));
  const answers = await Promise.all(
    clients.map((client, at) => client.post(path, { ...given, email: `ruth${at}@bell.example` })),
  );
  expect(answers.map(({ status }) => status).filter((status) => status === 302)).toHaveLength(1);
  expect(await people()).toBe(1);
});

test("a link that is old, replaced, of a library with people or made up opens nothing", async () => {
  const client = await app.as();
  const opens = async (path: string) => {
    const answers = [await client.get(path), await client.post(path, given)];
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
    return answers[0]?.status === 200;
  };
  const first = await link();
  const second = await link();
  expect(await opens(first)).toBe(false);
  for (const made of ["x", "%00", "a".repeat(1_000), "null"])
    expect(await opens(`/first-run/${made}`)).toBe(false);
  await db.execute(sql`update settings set value = jsonb_set(value, '{until}', to_jsonb(now() - interval '1 second'))
    where key = 'first-run'`);
  expect(await opens(second)).toBe(false);
  const third = await link();
  await aPerson();
  expect(await opens(third)).toBe(false);
  expect(await offerFirstRun()).toBeUndefined();
});

test("the database holds the digest of the link alone", async () => {
  const token = await offerFirstRun();
  const [row] = await db.execute<{ value: object }>(sql`select value from settings where key = 'first-run'`);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(row?.value).toEqual({ tokenHash: expect.any(String), until: expect.any(String) });
});

test("with the demonstration, the worker fills it in beside the administrator, whatever they are called", async () => {
  const client = await app.as();
  const sent = { ...given, name: "Priya", team: "Health", demonstration: "yes" };
  expect((await client.post(await link(), sent)).location).toBe("/");
  const [asked] = await db.execute<{ id: string }>(
    sql`select id from events where name = 'demonstration.asked-for'`,
  );
  const data = { eventId: asked?.id ?? "", name: "demonstration.asked-for", subjectId: null };
  for (let twice = 0; twice < 2; twice += 1)
    expect(await react([{ id: "one", data }])).toMatchObject([{ status: "completed" }]);
  const page = await client.get("/");
  expect(page.text).toContain("Priya Shah");
  expect((await client.get("/settings/library")).text).toContain('value="Bell Chambers Library"');
  expect(await people()).toBe(19);
});
