import { and, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { handOverEverything } from "#app/departments/hand-over-everything.server.ts";
import { listLookedAfter } from "#app/departments/list-looked-after.server.ts";
import { changePerson } from "#app/people/change-person.server.ts";
import { disablePerson, enablePerson } from "#app/people/disable-person.server.ts";
import { invitePerson } from "#app/people/invite-person.server.ts";
import { setLeaverNames } from "#app/people/set-leaver-names.server.ts";
import { forgetLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { people, sessions } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aLiaison, aPerson } from "#tests/support/factories.ts";
import { anAdministrator, details, password, rowOf } from "./people.ts";

useDatabase();
beforeEach(async () => {
  // Each test has only its own administrators.
  await db.update(people).set({ role: "editor" }).where(eq(people.role, "admin"));
  forgetLibrarySettings();
});

async function changeTo(
  given: { actorId: string; id: string; password?: string; version?: number } & Parameters<typeof details>[0],
) {
  const { actorId, id, password: own = "", version, ...said } = given;
  const row = await rowOf(id);
  return changePerson({
    actorId,
    personId: id,
    version: version ?? row.recordVersion,
    details: details({ name: row.name, email: row.email, role: row.role, ...said }),
    password: own,
  });
}

test("a role or an address changes only with the administrator's own password, and ends the sessions", async () => {
  const admin = await anAdministrator();
  const person = await aPerson({ role: "assistant", password });
  const change = { actorId: admin.id, id: person.id, role: "editor" as const };
  expect(await changeTo(change)).toMatchObject({
    outcome: "refused",
    problems: { password: expect.any(String) },
  });
  expect(await changeTo({ ...change, password: "not mine at all" })).toMatchObject({ outcome: "refused" });
  expect((await rowOf(person.id)).role).toBe("assistant");
  await db.insert(sessions).values({
    id: crypto.randomUUID(),
    personId: person.id,
    tokenHash: crypto.randomUUID(),
    expiresAt: new Date(Date.now() + 1e6),
  });
  expect(await changeTo({ ...change, password })).toMatchObject({ outcome: "changed" });
  expect((await rowOf(person.id)).role).toBe("editor");
  expect(await db.$count(sessions, eq(sessions.personId, person.id))).toBe(0);
  const [entry] = await db
    .select()
    .from(events)
    .where(and(eq(events.name, "person.changed"), eq(events.subjectId, person.id)));
  expect(entry).toMatchObject({ actorId: admin.id });
  expect(entry?.fields).toContain("role");
});

test("a team and a name change without it; what somebody else changed meanwhile is not written over", async () => {
  const admin = await anAdministrator();
  const person = await aPerson();
  const change = { actorId: admin.id, id: person.id, name: "Siân Owen", team: "Sciences" };
  expect(await changeTo(change)).toMatchObject({ outcome: "changed" });
  expect(await changeTo({ ...change, name: "Other", version: 1 })).toEqual({ outcome: "changed-meanwhile" });
  expect((await rowOf(person.id)).name).toBe("Siân Owen");
});

test("an address somebody has is refused", async () => {
  const admin = await anAdministrator();
  const [one, other] = [await aPerson(), await aPerson()];
  const email = (await rowOf(other.id)).email;
  expect(await changeTo({ actorId: admin.id, id: one.id, email, password })).toMatchObject({
    problems: { email: expect.stringContaining("already") },
  });
  const invited = await invitePerson({
    actorId: admin.id,
    id: crypto.randomUUID(),
    details: details({ email }),
    byMail: false,
  });
  expect(invited.outcome).toBe("refused");
});

test("one form invites one person however often it is sent", async () => {
  const admin = await anAdministrator();
  const sent = { actorId: admin.id, id: crypto.randomUUID(), details: details(), byMail: false };
  expect((await invitePerson(sent)).outcome).toBe("invited");
  expect((await invitePerson(sent)).outcome).toBe("invited");
  expect(await db.$count(people, eq(people.email, sent.details.email))).toBe(1);
});

test("the last administrator can be neither disabled nor made something else", async () => {
  const admin = await anAdministrator();
  const given = { actorId: admin.id, personId: admin.id };
  expect(await disablePerson(given)).toEqual({ outcome: "last-administrator" });
  expect(await changeTo({ actorId: admin.id, id: admin.id, role: "editor", password })).toEqual({
    outcome: "last-administrator",
  });
  // One who cannot sign in yet, and one of the demonstration, look after nothing.
  await aPerson({ role: "admin" });
  await aPerson({ role: "admin", demonstration: true, password });
  expect(await disablePerson(given)).toEqual({ outcome: "last-administrator" });
});

test("of two administrators who disable each other at once, one stays", async () => {
  const [one, other] = [await anAdministrator(), await anAdministrator()];
  const outcomes = await Promise.all([
    disablePerson({ actorId: one.id, personId: other.id }),
    disablePerson({ actorId: other.id, personId: one.id }),
  ]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["disabled", "last-administrator"]);
});

test("those who have left stand under their role when the setting says so, and come back under their name", async () => {
  const admin = await anAdministrator();
  const given = { actorId: admin.id, personId: "" };
  const [first, second] = [await aPerson({ name: "Rhys Evans" }), await aPerson({ name: "Ana Silva" })];
  await disablePerson({ ...given, personId: first.id });
  expect((await rowOf(first.id)).name).toBe("Rhys Evans");
  await setLeaverNames({ actorId: admin.id, leavers: "role" });
  await disablePerson({ ...given, personId: second.id });
  for (const { id } of [first, second]) {
    const row = await rowOf(id);
    expect(row).toMatchObject({ name: "Former liaison librarian", jobTitle: "" });
    expect(row.handle).toMatch(/^former-/);
  }
  await enablePerson({ ...given, personId: second.id });
  expect(await rowOf(second.id)).toMatchObject({ name: "Ana Silva", handle: second.handle, ownName: null });
  await setLeaverNames({ actorId: admin.id, leavers: "name" });
  expect(await rowOf(first.id)).toMatchObject({ name: "Rhys Evans", handle: first.handle });
});

test("what an administrator changes of a leaver shown by their role is kept with their own name", async () => {
  const admin = await anAdministrator();
  const given = { actorId: admin.id, personId: (await aPerson({ name: "Rhys Evans" })).id };
  const { personId: id } = given;
  await setLeaverNames({ actorId: admin.id, leavers: "role" });
  await disablePerson(given);
  // As the form sends it, which shows an administrator the own name.
  const record = { name: "Rhys Evans", role: "editor" as const, jobTitle: "Music librarian" };
  expect(await changeTo({ actorId: admin.id, id, ...record, password })).toHaveProperty("outcome", "changed");
  expect(await rowOf(id)).toMatchObject({
    name: "Former editor",
    jobTitle: "",
    ownName: { name: "Rhys Evans", jobTitle: "Music librarian" },
  });
  await changeTo({ actorId: admin.id, id, ...record, name: "Rhys Evans-Lee" });
  expect((await rowOf(id)).name).toBe("Former editor");
  await enablePerson(given);
  expect(await rowOf(id)).toMatchObject({
    name: "Rhys Evans-Lee",
    jobTitle: "Music librarian",
    ownName: null,
  });
});

test("everything somebody looks after passes to a colleague in one step", async () => {
  const [leaver, heir, third] = [await aPerson(), await aPerson(), await aPerson()];
  const [owned, shared, both] = [await aDepartment(), await aDepartment(), await aDepartment()];
  await aLiaison({ department: owned, person: leaver });
  await aLiaison({ department: shared, person: third });
  await aLiaison({ department: shared, person: leaver, part: "co-owner" });
  await aLiaison({ department: both, person: leaver });
  await aLiaison({ department: both, person: heir, part: "co-owner" });
  const today = "2026-11-28";
  const handed = { actorId: third.id, fromId: leaver.id, toHandle: heir.handle, today };
  expect(await handOverEverything(handed)).toMatchObject({ outcome: "handed-over" });
  expect(await listLookedAfter(leaver.id)).toEqual([]);
  const parts = (await listLookedAfter(heir.id)).map(({ id, part }) => [id, part]);
  expect(new Map(parts as [string, string][])).toEqual(
    new Map([
      [owned.id, "owner"],
      [shared.id, "co-owner"],
      [both.id, "owner"],
    ]),
  );
  expect(await handOverEverything(handed)).toMatchObject({ outcome: "refused" });
  const back = { ...handed, fromId: heir.id, toHandle: "nobody-here" };
  expect(await handOverEverything(back)).toMatchObject({ outcome: "refused" });
  const rows = await db.execute(sql`select 1 from department_liaisons where person_id = ${leaver.id}`);
  expect(rows).toHaveLength(3);
});
