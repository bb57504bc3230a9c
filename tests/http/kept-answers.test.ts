import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { changeColumns } from "#app/events/look-for-changes.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { markIssueRead } from "#app/weekly/mark-issue-read.server.ts";
import { db, planned, pool } from "#db/client.server.ts";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { unmarked } from "#db/schema/change-marks.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useApp } from "#tests/support/app.ts";
import { useConnectionBeside } from "#tests/support/connection-beside.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ search: false, worker: false, settings: { MEILISEARCH: "off" } });
const { beside } = useConnectionBeside(app.database);
const monday = mondayOf(dayIn("Europe/London", new Date()));
const thisWeek = `/weeks/${weekName(monday)}`;

/** Somebody to whom both pages have just been shown, so that they are kept. */
async function shown(addresses: readonly string[], person?: Person) {
  const reader = await app.as(person ?? (await aPerson()));
  const read = async () =>
    (await Promise.all(addresses.map((address) => reader.get(address)))).map(({ text }) => text);
  for (let times = 0; times < 4; times += 1) await read();
  return { read, reader };
}

function heard(department: ADepartment, body: string, person?: Person) {
  return anInsight({ departments: [department], body, person });
}

test("whoever comes back to a page is shown it without its insights being read again", async () => {
  const department = await aDepartment();
  await heard(department, "Kept and shown again");
  for (const address of [thisWeek, `/departments/${department.slug}`, `${thisWeek}.data`]) {
    const { read } = await shown([address]);
    const asked = vi.spyOn(planned().sql, "unsafe");
    const [text] = await read();
    const statements = asked.mock.calls.map(([statement]) => String(statement));
    asked.mockRestore();
    expect(text).toContain("Kept and shown again");
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter((statement) => statement.includes('"insights"."html"'))).toEqual([]);
  }
});

test("of a page shown again all is the same but what is one answer's alone", async () => {
  await anInsight({ body: "Kept and shown again" });
  const { reader } = await shown(["/"]);
  const look = async () => {
    const { text, headers } = await reader.get("/");
    const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "no nonce";
    const reference = headers.get("x-request-id") ?? "no reference";
    const key = /idempotencyKey\\",\\"([\w-]{36})/.exec(text)?.[1] ?? "no key";
    expect(text.split(`<script nonce="${nonce}"`)).toHaveLength(text.split("<script").length);
    return { text, once: [nonce, reference, key] };
  };
  const [one, other] = [await look(), await look()];
  for (const value of one.once) {
    expect(one.text).toContain(value);
    expect(other.text).not.toContain(value);
  }
  expect(withoutOnce(other)).toBe(withoutOnce(one));
});

/** Nor the time, which goes by tens of seconds. */
function withoutOnce({ text, once }: { text: string; once: string[] }): string {
  return once.reduce((left, value) => left.replaceAll(value, ""), text).replace(/\[\\"D\\",\d+\]/g, "");
}

type Given = { department: ADepartment; author: Person; id: string };

test.each<[string, (given: Given) => Promise<unknown>, string, "there" | "gone"]>([
  [
    "an insight posted",
    ({ department }) => heard(department, "Posted meanwhile"),
    "Posted meanwhile",
    "there",
  ],
  [
    "an insight withdrawn",
    ({ author: person, id }) => withdrawInsight({ person, id }),
    "Before an insight withdrawn",
    "gone",
  ],
  [
    "a row changed by hand",
    ({ id }) => db.update(insights).set({ html: "<p>By hand</p>" }).where(eq(insights.id, id)),
    "By hand",
    "there",
  ],
  [
    "a department with another name",
    ({ department }) =>
      db.update(departments).set({ name: "Alchemy" }).where(eq(departments.id, department.id)),
    "Alchemy",
    "there",
  ],
  [
    "an author with another name",
    ({ author }) => db.update(people).set({ name: "Zenobia Quill" }).where(eq(people.id, author.id)),
    "Zenobia Quill",
    "there",
  ],
])("%s is seen at once on every page that was kept", async (name, change, words, where) => {
  const [department, author] = [await aDepartment(), await aPerson()];
  const { id } = await heard(department, `Before ${name}`, author);
  const { read } = await shown([
    thisWeek,
    `${thisWeek}?by=team`,
    `${thisWeek}.data`,
    `/departments/${department.slug}`,
  ]);
  for (const text of await read()) expect(text.includes(words)).toBe(where === "gone");
  await change({ department, author, id });
  for (const text of await read()) expect(text.includes(words)).toBe(where === "there");
});

test("what is committed later than what began after it is seen, too", async () => {
  const department = await aDepartment();
  const { id } = await heard(department, "Before");
  const { read } = await shown([thisWeek]);
  await beside.begin(async (slow) => {
    await slow`update insights set html = '<p>Committed last</p>' where id = ${id}`;
    // Begun later and done earlier: what was kept before is made anew, still without the other.
    await heard(department, "Committed first");
    for (let times = 0; times < 3; times += 1) {
      const [text] = await read();
      expect(text).toContain("Committed first");
      expect(text).not.toContain("Committed last");
    }
  });
  expect((await read())[0]).toContain("Committed last");
});

test("what nobody committed makes nothing anew for anybody", async () => {
  const { read } = await shown([thisWeek]);
  const given = await anInsight({ body: "There all along" });
  await read();
  const undone = pool().begin(async (tx) => {
    await tx`update insights set html = 'never' where id = ${given.id}`;
    throw new Error("taken back");
  });
  await expect(undone).rejects.toThrow("taken back");
  expect((await read())[0]).not.toContain("never");
});

test("how far one has read is looked at each time", async () => {
  const reader = await aPerson();
  await anInsight({ body: "Read already" });
  const { read } = await shown([thisWeek], reader);
  expect((await read())[0]).not.toContain("new since you last looked");
  await markIssueRead({ person: reader, monday, upTo: 1 });
  expect((await read())[0]).toContain("new since you last looked");
});

test("nobody is shown what was kept for somebody else", async () => {
  const department = await aDepartment();
  const [mine, other] = [await aPerson(), await aPerson()];
  await anInsight({
    person: mine,
    departments: [department],
    body: "Mine alone",
    sent: { visibility: "me" },
  });
  const pages = [thisWeek, `/departments/${department.slug}`];
  const [own, foreign] = [await shown(pages, mine), await shown(pages, other)];
  for (let times = 0; times < 2; times += 1) {
    for (const text of await own.read()) expect(text).toContain("Mine alone");
    for (const text of await foreign.read()) expect(text).not.toContain("Mine alone");
  }
});

test("who has moved to another team sees another page at once", async () => {
  const [mate, reader] = [await aPerson(), await aPerson()];
  await anInsight({ person: mate, body: "For my team only", sent: { visibility: "team" } });
  const { read } = await shown([thisWeek], reader);
  expect((await read())[0]).not.toContain("For my team only");
  await db.update(people).set({ teamId: mate.team.id }).where(eq(people.id, reader.id));
  expect((await read())[0]).toContain("For my team only");
});

const isChanged = preparedStatement<{ changed: boolean }>(
  () => sql`select ${changeColumns.changed} as changed`,
);

test("of what another database said before, all counts as changed", async () => {
  const [{ now } = {}] = await pool()`select pg_current_snapshot()::text as now`;
  expect(await isChanged({ seenSnapshot: now })).toEqual([{ changed: false }]);
  expect(await isChanged({ seenSnapshot: "9000000000:9000000000:" })).toEqual([{ changed: true }]);
});

test("every table leaves a mark when it is changed, but for those that are said to leave none", async () => {
  const tables = await pool()`
    select c.relname as name, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'change_marked') as marked
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  expect(tables.filter(({ marked }) => !marked).map(({ name }) => name)).toEqual(
    Object.keys(unmarked).sort(),
  );
});
