import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { endHandover } from "#app/departments/end-handover.server.ts";
import { handOverDepartments } from "#app/departments/hand-over-departments.server.ts";
import { chooseHandover } from "#app/departments/handover-choice.ts";
import { findOwnHandover, listHandovers } from "#app/departments/list-handovers.server.ts";
import { markHandoverStep } from "#app/departments/mark-handover-step.server.ts";
import { mergeDepartments } from "#app/departments/merge-departments.server.ts";
import { orderHandover } from "#app/departments/order-handover.server.ts";
import { turnDueHandovers } from "#app/departments/turn-due-handovers.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import { events } from "#db/schema/events.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, aLiaison, aPerson } from "#tests/support/factories.ts";

useDatabase();

const today = dayIn("Europe/London", new Date());
const later = daysAfter(today, 30);

type Asked = { from: Person; to: Person; only?: ADepartment[]; startsOn?: string; endsOn?: string };

async function handOver({ from, to, only, startsOn = today, endsOn }: Asked) {
  const editor = await aPerson({ role: "editor" });
  const departmentIds = only?.map(({ id }) => id);
  const given = { from: from.id, to: to.id, departmentIds, startsOn, endsOn, today, actorId: editor.id };
  return runTransaction((tx) => handOverDepartments(tx, given));
}

async function idsOf(asked: Asked): Promise<string[]> {
  const answer = await handOver(asked);
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer.handoverIds;
}

/** Who looks after it now: handles with their part. */
async function liaisonsOf({ id }: ADepartment): Promise<Record<string, string>> {
  const rows = await db
    .select({ handle: people.handle, part: departmentLiaisons.part })
    .from(departmentLiaisons)
    .innerJoin(people, eq(people.id, departmentLiaisons.personId))
    .where(and(eq(departmentLiaisons.departmentId, id), isNull(departmentLiaisons.untilDate)));
  return Object.fromEntries(rows.map(({ handle, part }) => [handle, part]));
}

test("all a leaver looks after goes to another in one step, each part as it was", async () => {
  const [leaver, heir, mate] = [await aPerson(), await aPerson(), await aPerson()];
  const [own, shared, other] = [await aDepartment(), await aDepartment(), await aDepartment()];
  await aLiaison({ department: own, person: leaver });
  await aLiaison({ department: own, person: heir, part: "co-owner" });
  await aLiaison({ department: shared, person: mate });
  await aLiaison({ department: shared, person: leaver, part: "co-owner" });
  await aLiaison({ department: other, person: mate });

  expect(await idsOf({ from: leaver, to: heir })).toHaveLength(2);
  expect(await liaisonsOf(own)).toEqual({ [heir.handle]: "owner" });
  expect(await liaisonsOf(shared)).toEqual({ [mate.handle]: "owner", [heir.handle]: "co-owner" });
  expect(await liaisonsOf(other)).toEqual({ [mate.handle]: "owner" });
  const [past] = await db
    .select({ untilDate: departmentLiaisons.untilDate })
    .from(departmentLiaisons)
    .where(and(eq(departmentLiaisons.personId, leaver.id), eq(departmentLiaisons.departmentId, own.id)));
  expect(past?.untilDate).toBe(today);
  const told = await db.select({ name: events.name }).from(events).where(eq(events.subjectId, own.id));
  expect(told).toEqual([{ name: "department.handed-over" }]);
});

test("while somebody is away another stands in, and on the day it goes back", async () => {
  const [away, standIn] = [await aPerson(), await aPerson()];
  const [first, second] = [await aDepartment(), await aDepartment()];
  for (const department of [first, second]) await aLiaison({ department, person: away });
  await aLiaison({ department: first, person: standIn, part: "co-owner" });
  const [id] = await idsOf({ from: away, to: standIn, only: [first], endsOn: later });
  expect(await liaisonsOf(first)).toEqual({ [standIn.handle]: "owner" });
  expect(await liaisonsOf(second)).toEqual({ [away.handle]: "owner" });

  await turnDueHandovers();
  expect(await liaisonsOf(first)).toEqual({ [standIn.handle]: "owner" });
  await db.update(departmentHandovers).set({ endsOn: today }).where(eq(departmentHandovers.id, id!));
  expect(await turnDueHandovers()).toBe(1);
  expect(await turnDueHandovers()).toBe(0);
  expect(await liaisonsOf(first)).toEqual({ [away.handle]: "owner", [standIn.handle]: "co-owner" });
});

test("one for a later day waits for it, and can be called off", async () => {
  const [from, to] = [await aPerson(), await aPerson()];
  const [kept, gone] = [await aDepartment(), await aDepartment()];
  for (const department of [kept, gone]) await aLiaison({ department, person: from });
  const [calledOff] = await idsOf({ from, to, only: [kept], startsOn: later });
  const [waiting] = await idsOf({ from, to, only: [gone], startsOn: later });
  expect(await turnDueHandovers()).toBe(0);
  expect(await endHandover({ id: calledOff!, today, actorId: to.id })).toBe(true);
  expect(await endHandover({ id: calledOff!, today, actorId: to.id }), "pressed twice").toBe(true);
  expect(await endHandover({ id: newId(), today, actorId: to.id })).toBe(false);
  await db.update(departmentHandovers).set({ startsOn: today }).where(eq(departmentHandovers.id, waiting!));
  expect(await turnDueHandovers()).toBe(1);
  expect(await liaisonsOf(kept)).toEqual({ [from.handle]: "owner" });
  expect(await liaisonsOf(gone)).toEqual({ [to.handle]: "owner" });
});

test("given back before its time, nothing of it is left; handed on for good, the last stand-in gives back", async () => {
  const [away, second, third] = [await aPerson(), await aPerson(), await aPerson()];
  const department = await aDepartment();
  await aLiaison({ department, person: away });
  const [undone] = await idsOf({ from: away, to: second, endsOn: later });
  await endHandover({ id: undone!, today, actorId: away.id });
  expect(await liaisonsOf(department)).toEqual({ [away.handle]: "owner" });

  const [id] = await idsOf({ from: away, to: second, endsOn: later });
  await idsOf({ from: second, to: third });
  expect(await liaisonsOf(department)).toEqual({ [third.handle]: "owner" });
  await endHandover({ id: id!, today, actorId: away.id });
  expect(await liaisonsOf(department)).toEqual({ [away.handle]: "owner" });
});

test("what cannot be is refused, and two at once do not both happen", async () => {
  const [from, to] = [await aPerson(), await aPerson()];
  const department = await aDepartment();
  await aLiaison({ department, person: from });
  const assistant = await aPerson({ role: "assistant" });
  const problemsOf = async (asked: Asked) => {
    const answer = await handOver(asked);
    return answer.outcome === "refused" ? Object.keys(answer.problems) : [];
  };
  expect(await problemsOf({ from, to: from })).toEqual(["to"]);
  expect(await problemsOf({ from, to: assistant })).toEqual(["to"]);
  expect(await problemsOf({ from, to, endsOn: today })).toEqual(["endsOn"]);
  expect(await problemsOf({ from: to, to: from })).toEqual(["departments"]);
  const both = await Promise.all([handOver({ from, to }), handOver({ from, to })]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["handed-over", "refused"]);
  expect(await liaisonsOf(department)).toEqual({ [to.handle]: "owner" });
});

test("a form sent twice hands over once, and what is on its way already is refused", async () => {
  const [from, to, editor] = [await aPerson(), await aPerson(), await aPerson({ role: "editor" })];
  const department = await aDepartment();
  await aLiaison({ department, person: from });
  const send = (key: string, days: { startsOn: string; endsOn?: string }) =>
    orderHandover({
      sent: {
        key,
        from: from.handle,
        to: to.handle,
        departments: [department.slug],
        lasting: days.endsOn ? "away" : "good",
        startsOn: days.startsOn,
        endsOn: days.endsOn ?? "",
      },
      today,
      actorId: editor.id,
    });
  const [key, week] = [newId(), daysAfter(today, 7)];
  const planned = { startsOn: week, endsOn: later };
  expect(await send(key, planned)).toEqual({ outcome: "handed-over", started: false });
  expect(await send(key, planned)).toEqual({ outcome: "handed-over", started: false });
  expect(await db.$count(departmentHandovers, eq(departmentHandovers.departmentId, department.id))).toBe(1);
  expect(await send(newId(), { startsOn: daysAfter(today, 20) })).toMatchObject({ outcome: "refused" });
  expect(await send(newId(), { startsOn: later, endsOn: daysAfter(later, 9) })).toMatchObject({
    outcome: "handed-over",
  });
  expect(await send(newId(), { startsOn: daysAfter(today, -1) })).toMatchObject({
    problems: { startsOn: expect.any(String) },
  });
});

test("a department nobody looks after is given to somebody, once", async () => {
  const [to, editor, department] = [await aPerson(), await aPerson({ role: "editor" }), await aDepartment()];
  const sent = {
    key: newId(),
    from: "",
    to: to.handle,
    departments: [department.slug],
    lasting: "",
    startsOn: "",
    endsOn: "",
  };
  const order = { sent, today, actorId: editor.id };
  expect(await orderHandover(order)).toMatchObject({ outcome: "handed-over" });
  expect(await orderHandover(order), "pressed twice").toMatchObject({ outcome: "handed-over" });
  expect(await liaisonsOf(department)).toEqual({ [to.handle]: "owner" });
  const another = { ...sent, key: newId(), to: (await aPerson()).handle };
  expect(await orderHandover({ ...order, sent: another })).toMatchObject({ outcome: "refused" });
  expect(await liaisonsOf(department)).toEqual({ [to.handle]: "owner" });
});

test("what the new liaison has read is theirs: the next stand-in begins anew", async () => {
  const [away, second, third] = [await aPerson(), await aPerson(), await aPerson()];
  const department = await aDepartment();
  await aLiaison({ department, person: away });
  await idsOf({ from: away, to: second, endsOn: later });
  const own = async (person: Person) => findOwnHandover({ personId: person.id, slug: department.slug });
  const { id: handoverId } = (await own(second))!;
  const mark = { personId: second.id, handoverId, step: "briefing" as const };
  await markHandoverStep({ ...mark, read: true });
  await markHandoverStep({ ...mark, read: true });
  await markHandoverStep({ ...mark, step: "contacts", read: true });
  await markHandoverStep({ ...mark, step: "contacts", read: false });
  expect(await own(second)).toMatchObject({ read: ["briefing"], state: "running", endsOn: later });
  expect(await db.$count(events, eq(events.subjectId, handoverId))).toBe(4);
  expect((await listHandovers()).find(({ id }) => id === handoverId)?.read).toEqual(["briefing"]);
  expect(await own(away)).toBeUndefined();
  await idsOf({ from: second, to: third });
  expect((await listHandovers()).find(({ id }) => id === handoverId)).toMatchObject({
    to: { handle: third.handle },
    read: [],
  });
});

test("what the form offers is what the address asks for", () => {
  const [physics, maths, law] = ["physics", "maths", "law"].map((slug) => ({ slug, name: slug }));
  const ada = { handle: "ada", name: "Ada", departments: [{ ...physics!, part: "co-owner" }, maths!] };
  const tom = { handle: "tom", name: "Tom", departments: [{ ...physics!, part: "owner" }] };
  const choose = (asked: { from?: string; department?: string }) =>
    chooseHandover({ liaisons: [ada, tom], without: [law!], asked });
  expect(choose({})).toBeUndefined();
  expect(choose({ from: "nobody-here" })).toBeUndefined();
  expect(choose({ from: "ada" })).toMatchObject({ chosen: ["physics", "maths"] });
  expect(choose({ department: "physics" })).toMatchObject({ from: { handle: "tom" }, chosen: ["physics"] });
  expect(choose({ from: "ada", department: "maths" })).toMatchObject({ chosen: ["maths"] });
  expect(choose({ department: "law" })).toEqual({ from: null, departments: [law], chosen: ["law"] });
  expect(choose({ from: "nobody" })).toMatchObject({ from: null, chosen: [] });
});

test("what is merged while somebody stands in goes back as part of the other", async () => {
  const [from, to, own, other] = [await aPerson(), await aPerson(), await aDepartment(), await aDepartment()];
  await aLiaison({ department: own, person: from });
  const [id = ""] = await idsOf({ from, to, endsOn: later });
  await mergeDepartments({ person: to, slug: own.slug, into: other.slug, today });
  await endHandover({ id, today, actorId: to.id });
  expect(await liaisonsOf(own)).toEqual({});
  expect(await liaisonsOf(other)).toEqual({ [from.handle]: "owner" });
});
