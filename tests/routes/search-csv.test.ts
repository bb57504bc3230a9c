import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

test("what a search finds is saved as CSV: what its reader may read, no cell a formula, ten an hour", async () => {
  const author = await aPerson();
  const department = await aDepartment({ name: "Law School", slug: "law" });
  const given = { person: author, departments: [department] };
  await anInsight({ ...given, body: "=HYPERLINK(1) wryneck in the yard" });
  await anInsight({ ...given, body: "Wrynecks again" });
  await anInsight({ ...given, body: "A wryneck kept close", sent: { visibility: "me" } });
  await anInsight({ body: "A wryneck elsewhere" });
  const reader = await aPerson();
  const client = await app.as(reader);
  const page = await client.get("/search?q=wryneck&department=law");
  expect(page.text).toContain("/search/insights.csv?q=wryneck&amp;department=law");
  const file = await client.post("/search/insights.csv?q=wryneck&department=law", {});
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.text).toContain(`"'=HYPERLINK(1) wryneck in the yard"`);
  expect(file.text.trim().split("\r\n")).toHaveLength(3);
  expect(file.text).not.toMatch(/kept close|elsewhere/);
  const filtered = await client.post("/search/insights.csv?department=law", {});
  expect(filtered.text.trim().split("\r\n")).toHaveLength(3);
  for (const nothing of ["kind=rumour", "q=in:nowhere", "q=zzzz+yyyy", "from=never"]) {
    const empty = await client.post(`/search/insights.csv?${nothing}`, {});
    expect(empty.text.trim().split("\r\n"), nothing).toHaveLength(1);
  }
  const noted = await db
    .select({ fields: events.fields })
    .from(events)
    .where(and(eq(events.actorId, reader.id), eq(events.name, "insights.exported")));
  expect(noted).toHaveLength(6);
  expect(noted[0]?.fields).toEqual(["search"]);
  for (let times = 6; times < 10; times += 1) await client.post("/search/insights.csv?q=wryneck", {});
  await db.transaction(async (tx) => {
    // Whoever has had too many is not even searched for: a thousand results are many questions.
    await tx.execute(sql`lock table insights in access exclusive mode`);
    expect((await client.post("/search/insights.csv?q=wryneck", {})).status).toBe(429);
  });
});

test("a search that finds nothing says what was tried, and becomes a question to colleagues", async () => {
  const client = await app.as(await aPerson());
  await aDepartment({ name: "School of Ornithology", slug: "birds" });
  const page = await client.get("/search?q=ornithology+nightjars&department=birds");
  expect(page.text).toContain("Tried: all these words, any of them");
  expect(page.text).toContain('href="/search?q=nightjars"');
  const ask = /href="(\/insights\/new\?kind=question[^"]*)"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&");
  const form = await client.get(ask ?? "");
  expect(form.text).toMatch(/<textarea[^>]*>\n?ornithology nightjars<\/textarea>/);
  expect(form.text).toMatch(/<option[^>]*value="question"[^>]*selected/);
});
