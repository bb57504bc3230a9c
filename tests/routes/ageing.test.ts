import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { supersedeInsight } from "#app/insights/supersede-insight.server.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp();

test("what has come of age asks whether it is still true, and says who said so", async () => {
  const department = await aDepartment();
  const { id, person } = await anInsight({ departments: [department], sent: { heardOn: "2024-01-10" } });
  const client = await app.as(person);
  expect((await client.get(`/departments/${department.slug}`)).text).toContain("Is it still true?");
  expect((await client.get("/me/checks")).text).toContain(id);
  const confirmed = await client.post(`/insights/${id}`, { intent: "confirm-true" });
  expect([confirmed.status, confirmed.location]).toEqual([302, `/insights/${id}`]);
  expect((await client.get(`/insights/${id}`)).text).toContain(`Still true, said ${person.name}`);
  expect((await client.get("/me/checks")).text).not.toContain(id);
});

test("posting what is true now replaces the older one: both stay, and lead to each other", async () => {
  const department = await aDepartment();
  const { id, person } = await anInsight({ departments: [department], body: "They want a quiet room" });
  const client = await app.as(person);
  const form = await client.get(`/insights/${id}/replace`);
  const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? "";
  const sent = { key, body: "They want two quiet rooms", departments: department.slug, channel: "coffee" };
  const posted = await client.post(`/insights/${id}/replace`, sent);
  expect(posted.status).toBe(302);
  const newer = posted.location ?? "";
  expect((await client.get(newer)).text).toContain("They want a quiet room");
  const older = await client.get(`/insights/${id}`);
  expect(older.text).toContain(newer);
  expect(older.text).toContain("line-through");
  await client.post(`/insights/${id}`, { intent: "unsupersede" });
  expect((await client.get(`/insights/${id}`)).text).not.toContain("line-through");
});

test("whoever may not read the newer one is not told of it", async () => {
  const { id, person } = await anInsight();
  const { id: newerId } = await anInsight({ person });
  expect((await supersedeInsight({ person, id, newerId })).outcome).toBe("done");
  await db.update(insights).set({ visibility: "me" }).where(eq(insights.id, newerId));
  const other = await app.as(await aPerson());
  expect((await other.get(`/insights/${id}`)).text).not.toContain(newerId);
  expect((await (await app.as(person)).get(`/insights/${id}`)).text).toContain(newerId);
});

test("a department and a search hide what is due a check or replaced", async () => {
  const department = await aDepartment();
  const about = { departments: [department] };
  const { id: old } = await anInsight({
    ...about,
    body: "The zeppelin is late",
    sent: { heardOn: "2023-01-10" },
  });
  const { id: fresh } = await anInsight({ ...about, body: "The zeppelin has landed" });
  const client = await app.as(await aPerson());
  for (const address of [`/departments/${department.slug}?`, "/search?q=zeppelin&"]) {
    const all = (await client.get(address)).text;
    expect([all.includes(old), all.includes(fresh)]).toEqual([true, true]);
    const current = (await client.get(`${address}fresh=1`)).text;
    expect([current.includes(old), current.includes(fresh)]).toEqual([false, true]);
  }
});

test("an editor says when to ask again; nonsense is refused beside its field", async () => {
  const client = await app.as(await aPerson({ role: "editor" }));
  const form = await client.get("/settings/review");
  const kinds = [
    ...form.text.matchAll(/name="([\w-]+)"[^>]*type="number"|type="number"[^>]*name="([\w-]+)"/g),
  ];
  const ages = Object.fromEntries(kinds.map((match) => [match[1] ?? match[2] ?? "", "18"]));
  expect(Object.keys(ages)).toHaveLength(9);
  expect((await client.post("/settings/review", ages)).status).toBe(302);
  expect((await client.get("/settings/review")).text).toContain('value="18"');
  const refused = await client.post("/settings/review", { ...ages, need: "0" });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Months, from 1 to 120");
});

test("what was withdrawn is listed for its author alone, and can be brought back for thirty days", async () => {
  const { id, person } = await anInsight();
  const client = await app.as(person);
  await client.post(`/insights/${id}`, { intent: "withdraw" });
  expect((await client.get("/me/withdrawn")).text).toContain(id);
  expect((await (await app.as(await aPerson())).get("/me/withdrawn")).text).not.toContain(id);
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await db.update(insights).set({ withdrawnAt: longAgo }).where(eq(insights.id, id));
  expect((await client.get("/me/withdrawn")).text).not.toContain(id);
  expect((await client.post(`/insights/${id}`, { intent: "restore" })).status).toBe(404);
});
