import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
let editor: Client;
beforeAll(async () => {
  editor = await app.as(await aPerson({ role: "editor", name: "Edith Or" }));
});
const times = (text: string, words: RegExp) => text.match(words)?.length ?? 0;

test("what was done with a tag is told of, what became part of it as far as its reader may know", async () => {
  const department = await aDepartment();
  const open = (tag: string) => anInsight({ departments: [department], sent: { tags: [tag] } });
  await open("first-name");
  await open("joined-to-it");
  await anInsight({ departments: [department], sent: { tags: ["only-mine"], visibility: "me" } });
  await editor.post("/settings/tags/first-name", { intent: "rename", name: "second-name" });
  await editor.post("/settings/tags/second-name", { intent: "synonyms", synonyms: "another" });
  await editor.post("/settings/tags/joined-to-it", { intent: "merge", into: "second-name" });
  const page = await editor.get("/settings/tags/second-name");
  const [, merge = ""] = /name="merge" value="([^"]+)"/.exec(page.text) ?? [];
  await editor.post("/settings/tags/second-name", { intent: "undo-merge", merge });
  await db.execute(sql`
    insert into tag_merges (id, from_id, into_id, merged_by)
    select gen_random_uuid(), f.id, i.id, p.id from tags f, tags i, people p
    where f.name = 'only-mine' and i.name = 'second-name' and p.name = 'Edith Or'`);
  await db.execute(sql`insert into events (id, name, subject_id)
    select gen_random_uuid(), 'tag.merged', id from tags where name = 'only-mine'`);
  const { status, text } = await editor.get("/settings/tags/second-name/history");
  expect(status).toBe(200);
  for (const words of [
    "Renamed",
    "Synonyms changed",
    "joined-to-it made part of it",
    "joined-to-it parted from it again",
    "Edith Or",
  ])
    expect(text).toContain(words);
  expect(text).not.toContain("only-mine");
  expect((await editor.get("/settings/tags/only-mine/history")).status).toBe(404);
  expect((await editor.get("/settings/tags/second-name")).text).toContain(
    "/settings/tags/second-name/history",
  );
});

test("what was done with the channels is told of, page by page", async () => {
  const id = crypto.randomUUID();
  const channel = { id, name: "Tea trolley", phrase: "by the tea trolley", formality: "informal" };
  await editor.post("/settings/channels", { ...channel, intent: "add" });
  await editor.post("/settings/channels", { ...channel, intent: "change", formality: "formal" });
  await editor.post("/settings/channels", { id, intent: "retire" });
  const { text } = await editor.get("/settings/channels/history");
  for (const words of ["Tea trolley: added", "Tea trolley: formality changed", "Tea trolley: retired"])
    expect(text).toContain(words);
  await db.execute(sql`insert into events (id, name, subject_id)
    select gen_random_uuid(), 'channel.moved', ${id}::uuid from generate_series(1, 60)`);
  const first = await editor.get("/settings/channels/history");
  const [, older = ""] = /href="(\/settings\/channels\/history\?before=\d+)"/.exec(first.text) ?? [];
  expect(times(first.text, /Tea trolley: moved/g)).toBeGreaterThanOrEqual(50);
  expect((await editor.get(older)).text).toContain("Tea trolley: added");
});

test("a thousand people and five thousand tags come a hundred at a time and are found by a part of their name", async () => {
  const team = await aTeam();
  await db.execute(sql`insert into people (id, handle, name, email, role, job_title, team_id)
    select gen_random_uuid(), 'many' || n, 'Many ' || lpad(n::text, 4, '0'), 'many' || n || '@library.example', 'liaison', '', ${team.id}
    from generate_series(1, 1000) n`);
  await db.execute(sql`insert into tags (id, name) select gen_random_uuid(), 'many-' || lpad(n::text, 4, '0')
    from generate_series(1, 5000) n`);
  const admin = await app.as(await aPerson({ role: "admin" }));
  const entries = (text: string) => times(text, /href="\/settings\/(people|tags)\/many/g);
  for (const [path, word] of [
    ["/settings/people", "many 0999"],
    ["/settings/tags", "many-0999"],
  ] as const) {
    const first = await admin.get(path);
    expect(entries(first.text), path).toBeLessThanOrEqual(100);
    expect(first.text).toContain(`href="${path}?page=2"`);
    const second = await admin.get(`${path}?page=2`);
    expect(entries(second.text)).toBe(100);
    expect(second.text).toMatch(/Page 2 of \d+/);
    expect(entries((await admin.get(`${path}?q=${encodeURIComponent(word)}`)).text)).toBe(1);
    expect((await admin.get(`${path}?page=many`)).status).toBe(400);
    expect(first.text.length).toBeLessThan(200_000);
  }
});
