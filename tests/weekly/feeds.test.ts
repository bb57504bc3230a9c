import { like } from "drizzle-orm";
import { JSDOM } from "jsdom";
import { beforeAll, expect, test, vi } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { disablePerson, enablePerson } from "#app/people/disable-person.server.ts";
import type { FeedScope } from "#app/people/feed-key.ts";
import { makeFeedKey } from "#app/people/make-feed-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { writeAtom } from "#app/text/atom.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { db, planned, pool } from "#db/client.server.ts";
import { feedKeys } from "#db/schema/feed-keys.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const monday = "2025-12-29";
let reader: Person;
let author: Person;

beforeAll(async () => {
  reader = await aPerson();
  author = await aPerson({ team: reader.team });
  const law = await aDepartment({ name: "School of Law & Order", slug: "law" });
  const heard = (body: string, sent: object = {}) =>
    anInsight({ person: author, departments: [law], body, sent: { heardOn: monday, ...sent } });
  await heard("Sockets & <lamps> in the “reading” room", { tags: ["sockets"] });
  await heard("**More** lamps, see [this](/tags/lamps)", { kind: "win" });
  await heard("A third thing said");
  await heard("nightjarteam", { visibility: "team" });
  const { id } = await heard("bitternhidden");
  await closeWeek({ monday });
  await hideInsight({ person: await aPerson({ role: "editor" }), id, reason: "for the test" });
});

async function keyOf(person: Person, scope: FeedScope = "staff"): Promise<string> {
  const made = await makeFeedKey({ personId: person.id, name: "a test", scope });
  if (made.outcome !== "made") throw new Error("no key was made");
  return made.key;
}

const read = (path: string) => fetch(`${app.origin}${path}`);

/** What RFC 4287 asks of a feed document; the feed's own element. */
function expectAtom(xml: string): Element {
  const { window } = new JSDOM(xml, { contentType: "application/xml" });
  const feed = window.document.documentElement;
  expect([feed.localName, feed.namespaceURI]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
  const children = (of: Element, name: string) =>
    [...of.children].filter((child) => child.localName === name);
  const entries = children(feed, "entry");
  const links = (of: Element, rel: string) =>
    children(of, "link").filter((link) => link.getAttribute("rel") === rel);
  for (const part of [feed, ...entries]) {
    for (const name of ["id", "title", "updated"]) expect(children(part, name), name).toHaveLength(1);
    const [id, updated] = [children(part, "id")[0]?.textContent, children(part, "updated")[0]?.textContent];
    expect(() => new URL(id ?? "")).not.toThrow();
    expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
    expect(links(part, "alternate")).toHaveLength(1);
    expect(children(part, "author").every((one) => children(one, "name").length === 1)).toBe(true);
    for (const link of children(part, "link"))
      expect(() => new URL(link.getAttribute("href") ?? "")).not.toThrow();
  }
  expect(children(feed, "author")).toHaveLength(1);
  expect(links(feed, "self")).toHaveLength(1);
  for (const entry of entries) {
    const [content, ...more] = children(entry, "content");
    expect([content?.getAttribute("type"), content?.children.length, more.length]).toEqual(["html", 0, 0]);
  }
  const ids = entries.map((entry) => children(entry, "id")[0]?.textContent);
  expect(new Set(ids).size).toBe(ids.length);
  return feed;
}

test("the weekly feed has an entry for a closed week, with what all staff may read and nothing else", async () => {
  for (const scope of ["staff", "mine"] as const) {
    const answer = await read(`/feeds/weekly.atom?key=${await keyOf(reader, scope)}`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      "application/atom+xml; charset=utf-8",
    ]);
    const text = await answer.text();
    expect(expectAtom(text).querySelectorAll("entry")).toHaveLength(1);
    expect(text).toContain("/weeks/2026-W01");
    expect(text).not.toMatch(/nightjar|bittern/);
  }
});

test("the insights' feed shows all staff's by default, and one's own only with a key for that", async () => {
  const staff = await (await read(`/feeds/insights.atom?key=${await keyOf(reader)}`)).text();
  expectAtom(staff);
  expect(staff).toContain("A third thing said");
  expect(staff).not.toMatch(/nightjar|bittern/);
  const mine = await (await read(`/feeds/insights.atom?key=${await keyOf(reader, "mine")}`)).text();
  expect(mine).toContain("nightjarteam");
  const other = await (await read(`/feeds/insights.atom?key=${await keyOf(await aPerson(), "mine")}`)).text();
  expect(other).not.toMatch(/nightjar|bittern/);
});

test("a search's filters are the feed's, and its pages follow one another", async () => {
  const key = await keyOf(reader);
  const tagged = await (await read(`/feeds/insights.atom?key=${key}&tag=sockets`)).text();
  expect(expectAtom(tagged).querySelectorAll("entry")).toHaveLength(1);
  const none = await (await read(`/feeds/insights.atom?key=${key}&tag=nothing`)).text();
  expect(expectAtom(none).querySelectorAll("entry")).toHaveLength(0);
  expect((await read(`/feeds/insights.atom?key=${key}&q=lamps`)).status).toBe(400);
  for (let number = 0; number < 31; number += 1)
    await anInsight({ person: author, body: `Number ${number}` });
  const first = expectAtom(await (await read(`/feeds/insights.atom?key=${key}`)).text());
  const next = first.querySelector("link[rel=next]")?.getAttribute("href") ?? "";
  const second = expectAtom(await (await fetch(next)).text());
  expect([first.querySelectorAll("entry").length, second.querySelectorAll("entry").length]).toEqual([30, 4]);
});

test("a key is kept as a hash, shown once, and opens nothing once it is ended; cookies open no feed", async () => {
  const client = await app.as(reader);
  const page = await client.post("/me/feeds", { intent: "make", name: "Phone", scope: "staff" });
  const [, key = ""] = /weekly\.atom\?key=([\w-]{43})/.exec(page.text) ?? [];
  expect((await read(`/feeds/weekly.atom?key=${key}`)).status).toBe(200);
  expect(JSON.stringify(await db.select().from(feedKeys))).not.toContain(key);
  const list = (await client.get("/me/feeds")).text;
  expect(list).not.toContain(key);
  const [, id = ""] = /name="id" value="([\w-]{36})"/.exec(list.slice(list.indexOf("Phone"))) ?? [];
  expect((await (await app.as(await aPerson())).post("/me/feeds", { intent: "revoke", id })).status).toBe(
    404,
  );
  await client.post("/me/feeds", { intent: "revoke", id });
  expect((await read(`/feeds/weekly.atom?key=${key}`)).status).toBe(404);
  expect((await client.get("/feeds/weekly.atom")).status).toBe(404);
  expect((await read(`/feeds/weekly.atom?key=${"A".repeat(43)}`)).status).toBe(404);
});

test("whoever has the weekly feed as it is now is told so and no more, with a key that opens it", async () => {
  const path = `/feeds/weekly.atom?key=${await keyOf(reader)}`;
  const first = await read(path);
  const [tag, before] = [first.headers.get("etag") ?? "", await first.text()];
  expect([tag, first.headers.get("cache-control")]).toEqual([
    expect.stringMatching(/^W\/"[\w-]{27}"$/),
    "private, no-cache",
  ]);
  const poll = (address: string) =>
    fetch(`${app.origin}${address}`, { headers: { "if-none-match": `"else", ${tag}` } });
  const same = await poll(path);
  expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", tag]);
  const other = await poll(`/feeds/weekly.atom?key=${await keyOf(await aPerson(), "mine")}`);
  expect(other.status, "it is the same for every reader").toBe(304);
  expect((await poll(`/feeds/weekly.atom?key=${"A".repeat(43)}`)).status).toBe(404);

  expect(before).toContain("lamps, see");
  const [row] = await db.select().from(insights).where(like(insights.body, "**More**%"));
  await hideInsight({ person: await aPerson({ role: "editor" }), id: row?.id ?? "", reason: "for the test" });
  const changed = await poll(path);
  expect(changed.status).toBe(200);
  expect(await changed.text()).not.toContain("lamps, see");
  expect(changed.headers.get("etag")).not.toBe(tag);
});

test("so is whoever has the feed of insights as it is now, until something is posted", async () => {
  const path = `/feeds/insights.atom?key=${await keyOf(reader)}`;
  const tag = (await read(path)).headers.get("etag") ?? "";
  const poll = () => fetch(`${app.origin}${path}`, { headers: { "if-none-match": tag } });
  expect((await poll()).status).toBe(304);
  await anInsight({ body: "Posted between two polls" });
  const changed = await poll();
  expect([changed.status, await changed.text()]).toEqual([
    200,
    expect.stringContaining("Posted between two polls"),
  ]);
});

test("a poll of the weekly feed asks the database a few questions, however many weeks there are", async () => {
  const path = `/feeds/weekly.atom?key=${await keyOf(reader)}`;
  await read(path);
  const asked = [pool(), planned().sql].map((sql) => vi.spyOn(sql, "unsafe"));
  for (let number = 0; number < 3; number += 1) expect((await read(path)).status).toBe(200);
  // The key, and the stamp of all it is made of.
  const calls = asked.flatMap(({ mock }) => mock.calls);
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.length).toBeLessThanOrEqual(3 * 3);
  for (const spy of asked) spy.mockRestore();
});

test("whatever a text holds, the document is well formed", () => {
  const base = "https://corridor.library.example/";
  const html = 'a]]>\u0000\u000B\uFFFE\uD800 & < > " <p>x</p>';
  const entry = {
    id: "urn:uuid:1",
    title: html,
    link: base,
    published: new Date(),
    updated: new Date(),
    author: html,
    html,
  };
  const entries = [{ ...entry, categories: [html] }];
  expectAtom(
    writeAtom({ id: base, title: html, self: base, page: base, updated: new Date(), base, entries }),
  );
});

test("whoever is disabled has no feed from that moment on, by any of their keys, and has it again when they come back", async () => {
  const leaver = await aPerson();
  const actorId = (await aPerson({ role: "admin" })).id;
  const addresses: string[] = [];
  for (const scope of ["staff", "mine"] as const) {
    const key = await keyOf(leaver, scope);
    addresses.push(`/feeds/weekly.atom?key=${key}`, `/feeds/insights.atom?key=${key}`);
  }
  const statuses = () => Promise.all(addresses.map(async (address) => (await read(address)).status));
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  await disablePerson({ actorId, personId: leaver.id });
  expect(await statuses()).toEqual([404, 404, 404, 404]);
  await enablePerson({ actorId, personId: leaver.id });
  expect(await statuses()).toEqual([200, 200, 200, 200]);
});
