import { beforeEach, expect, test } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { type Day, daysAfter } from "#app/settings/calendar.ts";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { findWeeklyIssue } from "#app/weekly/find-weekly-issue.server.ts";
import { listWeeks } from "#app/weekly/list-weeks.server.ts";
import { countInWords, weekDates, weekTitle } from "#app/weekly/week-words.ts";
import type { WeeklyIssue } from "#app/weekly/weekly-issue-data.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();
let monday: Day = "2020-01-06";
let reader: Person;

// Each test has five weeks that no other has.
beforeEach(async () => {
  monday = daysAfter(monday, 10 * 7);
  reader = await aPerson();
});

async function issue(person = reader, of = monday): Promise<WeeklyIssue> {
  return (await findWeeklyIssue({ person, monday: of })).issue;
}
const at = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** An insight heard and posted on this day. */
function heard(day: Day, sent: Record<string, unknown> = {}, person?: Person) {
  return anInsight({ person, sent: { heardOn: day, ...sent }, postedAt: at(day) });
}

function idsIn({ wins, questions, groups }: WeeklyIssue): string[] {
  return [...wins, ...questions, ...groups.flatMap(({ cards }) => cards)].map(({ id }) => id);
}

test("a week holds what was heard from its Monday to its Sunday", async () => {
  await heard(daysAfter(monday, -1));
  const first = await heard(monday);
  const last = await heard(daysAfter(monday, 6));
  await heard(daysAfter(monday, 7));
  const found = await issue();
  expect(new Set(idsIn(found))).toEqual(new Set([first.id, last.id]));
  expect(found).toMatchObject({ count: 2, meanBefore: 0.25, heardEarlier: [], more: 0 });
});

test("wins and questions stand first, the rest under the first department each names, by name", async () => {
  const [zoology, archaeology] = [
    await aDepartment({ name: "Zoology" }),
    await aDepartment({ name: "Archaeology" }),
  ];
  const sent = { heardOn: monday };
  const win = await heard(monday, { kind: "win" });
  const question = await heard(monday, { kind: "question" });
  await anInsight({ departments: [zoology, archaeology], sent, postedAt: at(monday) });
  await anInsight({ departments: [archaeology], sent, postedAt: at(monday) });
  const found = await issue();
  expect(found.wins.map(({ id }) => id)).toEqual([win.id]);
  expect(found.questions.map(({ id }) => id)).toEqual([question.id]);
  expect(found.groups.map(({ title, cards }) => [title, cards.length])).toEqual([
    ["Archaeology", 1],
    ["Zoology", 1],
  ]);
});

test("what is posted late stands in its own week and under “heard earlier” of the week it was posted in", async () => {
  const late = await anInsight({ sent: { heardOn: daysAfter(monday, -8) }, postedAt: at(monday) });
  expect((await issue()).heardEarlier.map(({ id }) => id)).toEqual([late.id]);
  expect(idsIn(await issue())).toEqual([]);
  expect(idsIn(await issue(reader, daysAfter(monday, -14)))).toEqual([late.id]);
});

test("the count is held against the mean of the four weeks before, quiet ones included", async () => {
  for (const weeks of [1, 1, 1, 2, 4, 5]) await heard(daysAfter(monday, -7 * weeks));
  await heard(monday);
  const { count, meanBefore } = await issue();
  expect([count, meanBefore]).toEqual([1, 1.25]);
  expect(countInWords({ count, meanBefore })).toBe(
    "1 insight; 1.3 a week on average in the four weeks before",
  );
  expect(countInWords({ count: 30, meanBefore: 25.25 })).toBe(
    "30 insights; 25 a week on average in the four weeks before",
  );
});

test("what is kept to a team or to oneself stands apart, for those alone, and is never counted", async () => {
  const mate = await aPerson({ team: reader.team });
  const team = await heard(monday, { visibility: "team" }, mate);
  const mine = await heard(monday, { visibility: "me" }, reader);
  await heard(monday, { visibility: "me" }, mate);
  await heard(daysAfter(monday, -7), { visibility: "team" }, mate);
  const late = { heardOn: daysAfter(monday, -8), visibility: "team" };
  await anInsight({ person: mate, sent: late, postedAt: at(monday) });
  const [own, stranger] = [await issue(), await issue(await aPerson({ role: "admin" }))];
  expect(new Set(own.restricted.map(({ id }) => id))).toEqual(new Set([team.id, mine.id]));
  for (const found of [own, stranger]) {
    expect(found).toMatchObject({ count: 0, meanBefore: 0, heardEarlier: [], groups: [] });
  }
  expect(stranger.restricted).toEqual([]);
});

test("what is hidden or withdrawn is in no issue and no count, its author's included", async () => {
  for (const turn of [withdrawInsight, hideInsight]) {
    const { id, person } = await heard(monday, {}, reader);
    await turn({ person, id, reason: "for the test" });
  }
  const listed = await listWeeks({ from: daysAfter(monday, -28), upTo: monday });
  expect(await issue()).toMatchObject({ count: 0, groups: [], restricted: [] });
  expect(listed.some((week) => week.monday === monday)).toBe(false);
});

test("weeks are listed latest first, none of them in the future", async () => {
  await heard(monday);
  await heard(daysAfter(monday, -7));
  const [latest, before] = await listWeeks({ from: daysAfter(monday, -28), upTo: monday });
  const line = "Heard that the reading room is loved.";
  expect([latest, before]).toEqual([
    { monday, insights: 1, line },
    { monday: daysAfter(monday, -7), insights: 1, line },
  ]);
  expect((await listWeeks({ from: daysAfter(monday, -28), upTo: daysAfter(monday, -7) }))[0]?.monday).toBe(
    daysAfter(monday, -7),
  );
});

test("which week it was posted in is the library's own Sunday night, wherever the server stands", async () => {
  const sunday = daysAfter(monday, 6);
  const postedAt = new Date(`${sunday}T22:30:00Z`);
  const given = { sent: { heardOn: daysAfter(monday, -8) }, postedAt };
  const inLondon = await anInsight(given);
  await runTransaction((tx) => changeSettings(tx, { timeZone: "Pacific/Auckland" }));
  const inAuckland = await anInsight(given);
  await runTransaction((tx) => changeSettings(tx, { timeZone: "Europe/London" }));
  expect((await issue()).heardEarlier.map(({ id }) => id)).toEqual([inLondon.id]);
  const next = await issue(reader, daysAfter(monday, 7));
  expect(next.heardEarlier.map(({ id }) => id)).toEqual([inAuckland.id]);
});

test("a week says its dates without saying anything twice", () => {
  expect(weekTitle("2026-12-28")).toBe("Week 53, 2026");
  expect(weekDates("2026-11-16")).toBe("16 to 22 November 2026");
  expect(weekDates("2026-11-30")).toBe("30 November to 6 December 2026");
  expect(weekDates("2026-12-28")).toBe("28 December 2026 to 3 January 2027");
});
