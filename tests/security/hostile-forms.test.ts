import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { fromFolder } from "./hostile-input.ts";
import { ownIds, ownMassAssignments, ownPollutions } from "./hostile-own.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const password = "a long way from the desk";
let person: Person;
let client: Client;
let mine: string;
let theirs: string;
let talked: string;
let colleague: string;
let slug: string;

beforeEach(async () => {
  person = await aPerson({ role: "assistant", password });
  client = await app.as(person);
  const department = await aDepartment();
  slug = department.slug;
  mine = (await anInsight({ person, departments: [department] })).id;
  theirs = (await anInsight({ departments: [department] })).id;
  talked = (await anInsight({ departments: [department] })).id;
  colleague = (await aPerson()).handle;
});

/** Every form there is, sound as it stands. */
function soundForms(): [string, Record<string, string>][] {
  const insight = { body: "Heard it", departments: slug, channel: "coffee", visibility: "team" };
  return [
    ["/insights/new", { ...insight, key: crypto.randomUUID() }],
    ["/?index", { ...insight, key: crypto.randomUUID() }],
    [`/insights/${mine}/edit`, { ...insight, version: "1" }],
    [`/insights/${mine}`, { intent: "withdraw" }],
    [`/insights/${mine}`, { intent: "restore" }],
    [`/insights/${talked}`, { intent: "corroborate-in-words", words: "The same" }],
    [`/insights/${talked}`, { intent: "comment", key: crypto.randomUUID(), body: "So it is" }],
    [`/insights/${talked}/talk`, { intent: "thank" }],
    [`/insights/${talked}`, { intent: "tell", colleagues: colleague }],
    ["/me/following", { intent: "follow", kind: "department", slug, back: "/me" }],
    ["/search/save?q=reading", { name: "Reading", tell: "at-once" }],
    ["/me/searches", { intent: "bring-back", name: "Reading", address: "/search?q=reading", tell: "weekly" }],
    ["/me", { intent: "end-sessions" }],
    ["/sign-in", { email: `${person.handle}@library.example`, password }],
  ];
}

/** A form with something added, which comes a second time when the form has a field of that name. */
function withAdded(form: Record<string, string>, added: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = { ...form };
  for (const [name, value] of new URLSearchParams(added)) {
    fields[name] = Object.hasOwn(fields, name) ? [fields[name] ?? "", value].flat() : value;
  }
  return fields;
}

async function personNow() {
  const { role, teamId, passwordHash, disabledAt, email } = people;
  const columns = { role, teamId, passwordHash, disabledAt, email };
  return (await db.select(columns).from(people).where(eq(people.id, person.id)))[0];
}

const assignments = fromFolder("app-misc-own.json", "massAssignment", ownMassAssignments);
const pollutions = fromFolder("app-misc-own.json", "prototypePollution", ownPollutions);

test.each([...assignments.texts, ...pollutions.texts])(
  `a field nobody asked for does nothing: %s (${assignments.name}, ${pollutions.name})`,
  async (added) => {
    const [before, [others]] = [
      await personNow(),
      await db.select().from(insights).where(eq(insights.id, theirs)),
    ];
    for (const [address, form] of soundForms()) {
      const page = await client.post(address, withAdded(form, added));
      expect(page.status, `${address} ${added}`).toBeLessThan(500);
    }
    expect(await personNow()).toEqual(before);
    expect((await db.select().from(insights).where(eq(insights.id, theirs)))[0]).toEqual(others);
    for (const row of await db.select().from(insights).where(eq(insights.authorId, person.id))) {
      expect(row).toMatchObject({
        teamId: person.team.id,
        source: "web",
        hiddenAt: null,
        supersededById: null,
      });
      expect([1, 2]).toContain(row.version);
      expect(["staff", "team"]).toContain(row.visibility);
      expect(row.postedAt.getFullYear()).toBeGreaterThan(2020);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect([({} as Record<string, unknown>).isAdmin, ({} as Record<string, unknown>).role]).toEqual([
      undefined,
      undefined,
    ]);
  },
);

test.each(["application/json", "text/plain", "application/xml", "multipart/form-data", ""])(
  "a body that says it is “%s” is read as no form",
  async (type) => {
    for (const body of pollutions.texts) {
      const headers = {
        "content-type": type,
        origin: app.origin,
        cookie: `sid=${client.cookies.get("sid")}`,
      };
      const answer = await fetch(`${app.origin}/insights/new`, { method: "POST", body, headers });
      expect([400, 415]).toContain(answer.status);
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  },
);

const ids = fromFolder("app-misc-own.json", "idsAndPages", ownIds);

test(`what is no id, page or version is refused, each time in words (${ids.name})`, async () => {
  for (const id of ids.texts) {
    const sent = encodeURIComponent(id);
    for (const part of [id.replaceAll(" ", "%20"), sent]) {
      for (const address of [`/insights/${part}`, `/insights/${part}/edit`]) {
        // A browser itself makes the first page of "/insights/%2e%2e".
        if (!new URL(address, app.origin).pathname.startsWith("/insights/")) continue;
        const { status } = await client.get(address);
        expect([400, 404, 302], `${address}`).toContain(status);
      }
    }
    for (const address of [`/search?page=${sent}`, `/search?page=1&page=${sent}`, `/search?q[]=${sent}`]) {
      expect((await client.get(address)).status, address).toBeLessThan(500);
    }
    const page = await client.get(`/departments/${slug}?before=${sent}`);
    expect(page.status, `before=${id}`).toBe(/^\d{1,15}$/.test(id) ? 200 : 400);
    const version = await client.post(`/insights/${mine}/edit`, {
      version: id,
      body: "x",
      departments: slug,
      channel: "coffee",
    });
    expect(version.status, `version=${id}`).toBe(/^\d{1,9}$/.test(id) ? 409 : 400);
    const opened = await client.get(`/insights/${talked}?open=${sent}`);
    expect([200, 400], `open=${id}`).toContain(opened.status);
    for (const intent of [
      "edit-comment",
      "withdraw-comment",
      "restore-comment",
      "answer",
      "unhide-comment",
    ]) {
      const form = { intent, comment: id, version: "1", body: "x" };
      for (const address of [`/insights/${talked}`, `/insights/${talked}/talk`]) {
        expect((await client.post(address, form)).status, `${intent} ${id}`).toBe(404);
      }
    }
  }
});

test("a field that comes twice where one is asked for is refused", async () => {
  const twice: [string, Record<string, string | string[]>][] = [
    [`/insights/${mine}`, { intent: ["withdraw", "restore"] }],
    ["/me", { intent: ["end-sessions", "change-password"] }],
    ["/sign-in", { email: ["a@library.example", "b@library.example"], password }],
    ["/insights/new", { key: crypto.randomUUID(), body: ["a", "b"], departments: slug, channel: "coffee" }],
    [`/insights/${mine}/edit`, { version: ["1", "1"], body: "a", departments: slug, channel: "coffee" }],
  ];
  for (const [address, fields] of twice)
    expect((await client.post(address, fields)).status, address).toBe(400);
});
