import { expect, test, vi } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { signMailToken } from "#app/mail/mail-token.server.ts";
import { makeFeedKey } from "#app/people/make-feed-key.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { endConnections, runOnServer, useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { keyOf } from "#tests/support/pages.ts";
import { signedIn, startProcess } from "#tests/support/processes.ts";

const database = useDatabase();
const files = useFilesFolder();

test("what people type, search for, sign in with and are known by is in no line of the log, which is one JSON record each", async () => {
  const planted = {
    password: "planted password of nobody",
    wrong: "planted guess of somebody",
    text: "plantedtext about a person",
    search: "plantedsearch",
    label: "plantedlabel",
  };
  const email = "planted.address@library.example";
  const person = await aPerson({ email, password: planted.password, name: "Planted Name" });
  const made = await makeFeedKey({ personId: person.id, name: "planted feed", scope: "mine" });
  const feedKey = made.outcome === "made" ? made.key : "";
  const mailToken = await signMailToken(person.id);
  const { slug } = await aDepartment();
  const key = (await mintApiKey({ email, name: "planted key" })) ?? "";
  await closeSender();
  let log = "";
  const web = await startProcess({
    what: "serve",
    env: { DATABASE_URL: database.url, MEILISEARCH: "off", FILES_DIR: files, LOG_LEVEL: "debug" },
    onLog: (text) => {
      log += text;
    },
  });
  const client = await signedIn(web.origin, { email, password: planted.password });
  await client.post("/sign-in", { email, password: planted.wrong });
  const form = await client.get("/insights/new");
  const fields = { key: keyOf(form.text), body: planted.text, departments: slug, channel: "coffee" };
  expect((await client.post("/insights/new", fields)).status).toBe(302);
  await client.post("/insights/new", {
    ...fields,
    key: crypto.randomUUID(),
    departments: "",
    channel: planted.label,
  });
  await client.get(`/search?q=${planted.search}&tag=${planted.label}`);
  await fetch(`${web.origin}/api/v1/search?q=${planted.search}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const readFeeds = () =>
    Promise.all(
      ["weekly", "insights"].map((feed) => fetch(`${web.origin}/feeds/${feed}.atom?key=${feedKey}&tag=x`)),
    );
  expect((await readFeeds()).map(({ status }) => status)).toEqual([200, 200]);
  expect((await fetch(`${web.origin}/mail/weekly/${mailToken}`)).status).toBe(200);
  await client.get(`/first-run/${planted.label}`);
  await client.post(`/first-run/${planted.label}`, { email, password: planted.wrong });
  await client.get(`/nowhere/${planted.label}?to=${planted.search}%0d%0a%1b[31mforged`);
  // With its tables gone every page fails, and each failure is logged.
  await runOnServer(`alter database ${database.name} set search_path to nowhere`);
  await endConnections(database.name);
  await client.get(`/search?q=${planted.search}`);
  await readFeeds();
  await fetch(`${web.origin}/mail/weekly/${mailToken}`);
  await client.post("/insights/new", { ...fields, key: crypto.randomUUID() });
  await client.post("/sign-in", { email, password: planted.wrong });
  await vi.waitFor(() => expect(log).toMatch(/failed/), { timeout: 20_000 });
  await web.stop();

  const lines = log.split("\n").filter(Boolean);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
  const sid = client.cookies.get("sid") ?? "no cookie";
  for (const secret of [
    ...Object.values(planted),
    email,
    "Planted Name",
    key,
    feedKey,
    mailToken,
    sid,
    "postgres://",
    "forged",
  ])
    expect(log, secret).not.toContain(secret);
});
