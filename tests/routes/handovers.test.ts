import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { events } from "#db/schema/events.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false });

test("an editor hands over, the new liaison reads in order, and both see how far", async () => {
  const [editor, from, to] = [await aPerson({ role: "editor" }), await aPerson(), await aPerson()];
  const [department, kept] = [await aDepartment({ name: "School of Physics" }), await aDepartment()];
  for (const each of [department, kept]) await aLiaison({ department: each, person: from });
  await anInsight({ departments: [department], body: "They share a lab with Chemistry." });
  const clients = { editor: await app.as(editor), to: await app.as(to), from: await app.as(from) };
  const page = "/settings/handovers";
  const form = await clients.editor.get(`${page}?department=${department.slug}`);
  expect(form.text).toMatch(
    new RegExp(`checked="" value="${department.slug}"|value="${department.slug}" checked`),
  );
  const sent = {
    intent: "hand-over",
    key: newId(),
    from: from.handle,
    lasting: "good",
    startsOn: "",
    endsOn: "",
  };
  const refused = await clients.editor.post(page, { ...sent, to: "", departments: department.slug });
  expect([refused.status, refused.text.includes("Choose who looks after them")]).toEqual([400, true]);
  const away = { ...sent, to: to.handle, lasting: "away", departments: department.slug };
  expect((await clients.editor.post(page, away)).text).toContain("Say when they are back");
  const done = await clients.editor.post(page, { ...sent, to: to.handle, departments: department.slug });
  expect([done.status, done.location]).toEqual([302, page]);

  const address = `/departments/${department.slug}/handover`;
  const pack = await clients.to.get(address);
  expect(pack.text).toContain("0 of 7 read");
  expect(pack.text).toContain("They share a lab with Chemistry.");
  expect((await clients.from.get(address)).text).not.toContain("of 7 read");
  for (const step of ["briefing", "summary", "briefing"])
    expect((await clients.to.post(address, { intent: "read", step })).location).toBe(address);
  expect((await clients.to.post(address, { intent: "read", step: "everything" })).status).toBe(400);
  expect((await clients.from.post(address, { intent: "read", step: "contacts" })).status).toBe(404);
  expect((await clients.to.get(`/departments/${department.slug}`)).text).toContain("2 of 7 read");
  expect((await clients.editor.get(page)).text).toContain("2 of 7 read");

  const [handover] = await db
    .select()
    .from(departmentHandovers)
    .where(eq(departmentHandovers.departmentId, department.id));
  const end = { intent: "end", handover: handover!.id };
  // Pressed twice it is ended once, and told the same.
  for (const press of [1, 2]) expect((await clients.editor.post(page, end)).location, `${press}`).toBe(page);
  expect((await clients.editor.post(page, { ...end, handover: newId() })).status).toBe(404);
  expect((await clients.to.get(address)).text).not.toContain("of 7 read");
});

test("a pack is saved as Markdown under its reader's rights, ten times an hour at most, and it is noted", async () => {
  const [person, department] = [await aPerson({ name: "Ada *Osei*" }), await aDepartment()];
  await anInsight({ departments: [department], body: "<b>Lab</b> moves" });
  const client = await app.as(person);
  const address = `/departments/${department.slug}/handover.md`;
  const file = await client.post(address, {});
  expect(file.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="handover-.*\.md"$/);
  expect(file.text).toContain("Ada \\*Osei\\*");
  expect(file.text).not.toContain("<");
  const noted = and(eq(events.name, "handover-pack.exported"), eq(events.subjectId, department.id));
  expect(await db.$count(events, and(noted, eq(events.actorId, person.id)))).toBe(1);
  for (let more = 1; more < 10; more++) expect((await client.post(address, {})).status).toBe(200);
  expect((await client.post(address, {})).status).toBe(429);
  expect(await db.$count(events, noted)).toBe(10);
});
