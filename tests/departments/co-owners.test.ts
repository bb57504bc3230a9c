import { and, eq, inArray, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLiaison, putBackLiaison, takeOffLiaison } from "#app/departments/change-liaisons.server.ts";
import { mergeDepartments } from "#app/departments/merge-departments.server.ts";
import { listNotifications } from "#app/notifications/list-notifications.server.ts";
import { newsWords } from "#app/notifications/notification.ts";
import { tellOfEvents } from "#app/notifications/tell-of-events.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import { events } from "#db/schema/events.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { useApp } from "#tests/support/app.ts";
import { type ADepartment, aDepartment, aLiaison, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const today = dayIn("Europe/London", new Date());

const partsOf = async ({ id }: ADepartment) =>
  new Map(
    (
      await db
        .select()
        .from(departmentLiaisons)
        .where(and(eq(departmentLiaisons.departmentId, id), isNull(departmentLiaisons.untilDate)))
    ).map(({ personId, part }) => [personId, part] as const),
  );

/** Has everybody told of what has happened to liaisons, as the worker would. */
async function tellAll(): Promise<void> {
  const happened = await db
    .select({ id: events.id })
    .from(events)
    .where(inArray(events.name, ["liaison.added", "liaison.taken-off"]));
  await tellOfEvents(happened.map(({ id }) => id));
}

async function toldTo(person: Person): Promise<string[]> {
  await tellAll();
  const { items } = await listNotifications({ reader: person });
  return items.map((item) => `${newsWords(item)}, about ${item.about}`);
}

test("an editor adds a liaison on the department's page, who shares it, is told, and may keep its page", async () => {
  const [editor, owner, other] = [
    await aPerson({ role: "editor", name: "Helen" }),
    await aPerson(),
    await aPerson(),
  ];
  const department = await aDepartment({ name: "Alchemy" });
  await aLiaison({ department, person: owner });
  const client = await app.as(editor);
  const page = `/settings/departments/${department.slug}`;
  expect((await (await app.as(other)).get(`/departments/${department.slug}/profile`)).status).toBe(404);

  const added = await client.post(page, { intent: "add-liaison", liaison: other.handle });
  expect(added.location).toBe(page);
  expect(await partsOf(department)).toEqual(
    new Map([
      [owner.id, "owner"],
      [other.id, "co-owner"],
    ]),
  );
  const shown = await client.get(page);
  expect(shown.text).toContain("Looked after by");
  expect(shown.text).toContain("shares it");
  expect(await toldTo(other)).toEqual(["Helen made you a liaison of a department, about Alchemy"]);
  expect(await toldTo(owner)).toEqual([]);
  const theirs = await app.as(other);
  expect((await theirs.get(`/departments/${department.slug}/profile`)).status).toBe(200);
  expect((await theirs.get("/notifications")).text).toContain(`href="/departments/${department.slug}"`);
});

test("whoever is taken off is told, can be put back as they were, and is told once", async () => {
  const [editor, owner, other] = [
    await aPerson({ role: "editor", name: "Helen" }),
    await aPerson(),
    await aPerson({ name: "Nia Bevan" }),
  ];
  const department = await aDepartment({ name: "Rhetoric" });
  await aLiaison({ department, person: owner });
  await aLiaison({ department, person: other, part: "co-owner" });
  const client = await app.as(editor);
  const page = `/settings/departments/${department.slug}`;
  await client.post(page, { intent: "take-off", liaison: other.handle });
  expect(await partsOf(department)).toEqual(new Map([[owner.id, "owner"]]));
  expect(await toldTo(other)).toEqual(["Helen took a department off your hands, about Rhetoric"]);
  expect((await client.get(page)).text).toContain('value="put-back"');
  await client.post(page, { intent: "put-back", liaison: other.handle });
  expect((await partsOf(department)).get(other.id)).toBe("co-owner");
  await tellAll();
  expect(await toldTo(other)).toEqual([
    "Helen made you a liaison of a department, about Rhetoric",
    "Helen took a department off your hands, about Rhetoric",
  ]);
  expect((await client.get(page)).text).not.toContain('value="put-back"');
});

const changing = async (department: ADepartment, person: Person) => ({
  slug: department.slug,
  handle: person.handle,
  today,
  actorId: (await aPerson({ role: "editor" })).id,
});

test("a slip put right on the same day leaves nothing behind, not even what was told", async () => {
  const [department, person] = [await aDepartment(), await aPerson()];
  const asked = await changing(department, person);
  await addLiaison(asked);
  expect((await toldTo(person)).length).toBe(1);
  await takeOffLiaison(asked);
  expect(await toldTo(person)).toEqual([]);
  expect(await db.$count(departmentLiaisons, eq(departmentLiaisons.personId, person.id))).toBe(0);
  expect(await db.$count(notifications, eq(notifications.personId, person.id))).toBe(0);
});

test("the first liaison owns it; a former owner who is put back shares it with the one who owns it by now", async () => {
  const [department, first, second] = [await aDepartment(), await aPerson(), await aPerson()];
  await aLiaison({ department, person: first });
  await takeOffLiaison(await changing(department, first));
  await addLiaison(await changing(department, second));
  expect(await partsOf(department)).toEqual(new Map([[second.id, "owner"]]));
  await putBackLiaison(await changing(department, first));
  expect((await partsOf(department)).get(first.id)).toBe("co-owner");
});

test("twice is once, by two at once too", async () => {
  const [department, person] = [await aDepartment(), await aPerson()];
  const asked = await changing(department, person);
  const outcomes = await Promise.all([addLiaison(asked), addLiaison(asked)]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  expect(await db.$count(departmentLiaisons, eq(departmentLiaisons.personId, person.id))).toBe(1);
});

test("assistants, leavers and nobody are not added, and who was never taken off is not put back", async () => {
  const [department, assistant, liaison] = [
    await aDepartment(),
    await aPerson({ role: "assistant" }),
    await aPerson(),
  ];
  const asked = await changing(department, assistant);
  expect(await addLiaison(asked)).toMatchObject({ outcome: "refused" });
  expect(await addLiaison({ ...asked, handle: "nobody-here" })).toMatchObject({ outcome: "refused" });
  expect(await putBackLiaison({ ...asked, handle: liaison.handle })).toMatchObject({ outcome: "refused" });
  const client = await app.as(await aPerson({ role: "editor" }));
  const refused = await client.post(`/settings/departments/${department.slug}`, {
    intent: "add-liaison",
    liaison: "",
  });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Choose a colleague from the list");
});

test("a merger can be undone although a liaison it brought was taken off and told", async () => {
  const [from, into, person] = [await aDepartment(), await aDepartment(), await aPerson()];
  const editor = await aPerson({ role: "editor" });
  await aLiaison({ department: from, person });
  await mergeDepartments({ person: editor, slug: from.slug, into: into.slug, today });
  await takeOffLiaison({ ...(await changing(into, person)), today: daysAfter(today, 1) });
  await tellAll();
  const page = `/settings/departments/${from.slug}`;
  const client = await app.as(editor);
  const change = /name="change" value="([^"]+)"/.exec((await client.get(page)).text)?.[1] ?? "";
  expect((await client.post(page, { intent: "undo", change })).status).toBe(302);
  expect((await partsOf(from)).has(person.id)).toBe(true);
});
