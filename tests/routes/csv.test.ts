import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { useApp } from "#tests/support/app.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const week = weekName(mondayOf(dayIn("Europe/London", new Date())));
let department: ADepartment;

beforeAll(async () => {
  department = await aDepartment({ name: "Informatics", slug: "informatics" });
  const author = await aPerson({ name: "Priya Shah" });
  const given = { person: author, departments: [department] };
  await anInsight({
    ...given,
    body: '=HYPERLINK("https://evil.invalid")',
    sent: { tags: ["rdm", "open-access"] },
  });
  for (const visibility of ["team", "me"])
    await anInsight({ ...given, body: "A canary nobody else may read", sent: { visibility } });
  await anInsight({ person: author, body: "Of another department" });
});

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

test("a department's insights are saved as CSV under the reader's own rights, marked, and noted in the ledger", async () => {
  const reader = await aPerson({ role: "admin", name: "Alex Reader" });
  const answer = await (await app.as(reader)).post("/departments/informatics/insights.csv", {});
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="informatics-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(answer.text).not.toContain("canary");
  const rows = rowsOf(answer.text);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    Text: `'=HYPERLINK("https://evil.invalid")`,
    Departments: "Informatics",
    Tags: "open-access; rdm",
    Author: "Priya Shah",
    "Exported by": "Alex Reader",
    "Exported on": expect.stringMatching(/^20\d\d-/),
  });
  const noted = await db.select().from(events).where(eq(events.actorId, reader.id));
  expect(noted.filter(({ name }) => name === "insights.exported")).toMatchObject([
    { subjectId: department.id, fields: ["department"] },
  ]);
});

test("so are a week's, and all that an administrator may read", async () => {
  const client = await app.as(await aPerson({ role: "admin" }));
  for (const [path, count] of [
    [`/weeks/${week}/insights.csv`, 2],
    ["/settings/export/insights.csv", 2],
  ] as const) {
    const { text } = await client.post(path, {});
    expect(rowsOf(text), path).toHaveLength(count);
    expect(text).not.toContain("canary");
  }
  const empty = await client.post("/weeks/2020-W01/insights.csv", {});
  expect(rowsOf(empty.text)).toEqual([]);
});

test("an address cannot be made to take a file out: only a form of ours can", async () => {
  const client = await app.as(await aPerson());
  expect((await client.get("/departments/informatics/insights.csv")).status).toBe(405);
  const foreign = await client.post(
    "/departments/informatics/insights.csv",
    {},
    { origin: "https://evil.invalid", "sec-fetch-site": "cross-site" },
  );
  expect(foreign.status).toBe(403);
});

test("ten files an hour may be taken out, by each person", async () => {
  const client = await app.as(await aPerson());
  const statuses: number[] = [];
  for (let number = 0; number < 12; number += 1)
    statuses.push((await client.post("/departments/informatics/insights.csv", {})).status);
  expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
  const refused = await client.post("/departments/informatics/insights.csv", {});
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_000);
  expect(refused.text).toMatch(/Ten files an hour/);
  const other = await app.as(await aPerson());
  expect((await other.post("/departments/informatics/insights.csv", {})).status).toBe(200);
});

test("the pages offer it", async () => {
  const client = await app.as(await aPerson({ role: "admin" }));
  expect((await client.get("/departments/informatics")).text).toContain(
    'action="/departments/informatics/insights.csv"',
  );
  expect((await client.get(`/weeks/${week}`)).text).toContain(`action="/weeks/${week}/insights.csv"`);
  expect((await client.get("/settings/export")).text).toContain('action="/settings/export/insights.csv"');
});
