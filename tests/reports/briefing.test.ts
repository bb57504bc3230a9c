import { expect, test } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { findBriefing } from "#app/reports/find-briefing.server.ts";
import { notePhraseUse, withdrawPhraseUse } from "#app/reports/note-phrase-use.server.ts";
import { addPhrase, changePhrase, retirePhrase } from "#app/reports/save-phrase.server.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { newId } from "#db/new-id.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { aFullDepartment } from "./a-full-department.ts";

useDatabase();

const today = dayIn("Europe/London", new Date());

async function briefing(person: Person, { slug }: ADepartment) {
  return (await findBriefing({ person, slug, today }))!;
}

test("what worked elsewhere is said here, and what did not work here is not said again", async () => {
  const person = await aPerson();
  const [here, there] = [await aDepartment(), await aDepartment({ name: "Over there" })];
  const draft = { kind: "phrase" as const, benefit: "saves-time" as const, text: "Ten minutes", answer: "" };
  const id = newId();
  await Promise.all([addPhrase({ person, id, draft }), addPhrase({ person, id, draft })]);
  const said = async () => (await briefing(person, here)).phrases;
  expect((await said()).byBenefit).toEqual([]);
  const use = { person, phraseId: id, note: "", usedOn: today };
  await notePhraseUse({ ...use, id: newId(), department: here.slug, worked: true });
  expect((await said()).byBenefit).toEqual([]);
  await notePhraseUse({ ...use, id: newId(), department: there.slug, worked: true });
  expect((await said()).byBenefit[0]?.phrases[0]?.where).toEqual(["Over there"]);
  expect(await changePhrase({ person, id, version: 1, draft: { ...draft, text: "Five minutes" } })).toBe(
    "done",
  );
  expect(await changePhrase({ person, id, version: 1, draft })).toBe("changed-meanwhile");
  await retirePhrase({ person, id, retired: true });
  expect((await said()).byBenefit).toEqual([]);
  await retirePhrase({ person, id, retired: false });
  const failed = newId();
  await notePhraseUse({ ...use, id: failed, department: here.slug, worked: false });
  expect(await said()).toMatchObject({ byBenefit: [], notHere: ["Five minutes"] });
  expect(await withdrawPhraseUse({ person: await aPerson(), id: failed })).toBe(false);
  expect(await withdrawPhraseUse({ person, id: failed })).toBe(true);
  expect((await said()).byBenefit).toHaveLength(1);
  expect(await notePhraseUse({ ...use, id: newId(), department: "nowhere", worked: true })).toBe(false);
});

test("a briefing is cut to what one page holds, and says who, what and how", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  await aFullDepartment({ department, person });
  const { meet, friends, newPeople, last, toAsk, phrases, figures, ...rest } = await briefing(
    person,
    department,
  );
  expect([meet.length, friends.length, newPeople.length, last.length, toAsk.length]).toEqual([4, 2, 3, 5, 5]);
  expect(meet[0]?.role).toBe("head");
  expect(phrases.byBenefit.map(({ phrases: said }) => said.length)).toEqual([2, 2, 2]);
  expect(phrases.objections).toHaveLength(2);
  expect(figures.year.now.total).toBe(46);
  expect(rest.asked).toHaveLength(1);
  expect(rest.careAbout.map(({ label }) => label)).toEqual(["Core business", "This year"]);
  expect(await findBriefing({ person, slug: "nowhere", today })).toBeUndefined();
});

test("what a reader may not read moves nothing they are told", async () => {
  const team = await aTeam();
  const [author, stranger] = [await aPerson({ team }), await aPerson()];
  const mate = await aPerson({ team });
  const department = await aDepartment();
  await anInsight({ person: author, departments: [department], body: "For all" });
  const before = await briefing(stranger, department);
  for (const kind of ["need", "new-person", "question"])
    await anInsight({
      person: author,
      departments: [department],
      body: "Ours",
      sent: { kind, visibility: "team" },
    });
  await anInsight({ person: author, departments: [department], body: "Mine", sent: { visibility: "me" } });
  const { id } = await anInsight({ person: author, departments: [department], body: "Hidden" });
  await hideInsight({ person: await aPerson({ team, role: "editor" }), id, reason: "for the test" });
  expect(await briefing(stranger, department)).toEqual(before);
  const seen = await briefing(mate, department);
  expect([seen.last.length, seen.newPeople.length, seen.asked.length]).toEqual([3, 1, 1]);
});
