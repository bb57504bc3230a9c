import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { type Day, dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { findWeeklyIssue } from "#app/weekly/find-weekly-issue.server.ts";
import { closeWeeks } from "#app/weekly/keep-closing.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ search: false, worker: false, settings: { MEILISEARCH: "off" } });
let monday: Day = mondayOf(dayIn("Europe/London", new Date()));
let reader: Person;

// Each test has five weeks that no other has.
beforeEach(async () => {
  monday = daysAfter(monday, -6 * 7);
  reader = await aPerson();
});

const at = (day: Day): Date => new Date(`${day}T12:00:00Z`);
function heard(body: string, given: { day?: Day; person?: Person; sent?: Record<string, unknown> } = {}) {
  const { day = monday, person, sent } = given;
  return anInsight({ body, person, sent: { heardOn: day, ...sent }, postedAt: at(daysAfter(day, 1)) });
}

async function pageOf(person = reader, query = ""): Promise<string> {
  return (await (await app.as(person)).get(`/weeks/${weekName(monday)}${query}`)).text;
}

/** What is about to be said, in the order in which the page says it. */
async function order(...bodies: string[]): Promise<string[]> {
  const page = await pageOf(reader, "?by=team");
  const cards = page.slice(page.indexOf("Grouped by"));
  return bodies.filter((body) => cards.includes(body)).sort((a, b) => cards.indexOf(a) - cards.indexOf(b));
}

test("a week is closed once, however many try", async () => {
  await heard("Something");
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => closeWeek({ monday })));
  expect(outcomes.filter(({ outcome }) => outcome === "closed")).toHaveLength(1);
  const [issue] = await db.select().from(weeklyIssues).where(eq(weeklyIssues.week, monday));
  const entries = await db
    .select()
    .from(events)
    .where(eq(events.subjectId, issue?.id ?? ""));
  expect(entries.map(({ name }) => name)).toEqual(["issue.closed"]);
  expect(await closeWeek({ monday })).toEqual({ outcome: "already-closed" });
});

test("what is corrected afterwards stays where it stood; what is posted late is added and said to be", async () => {
  const person = await aPerson();
  await heard("First of the week", { person });
  const last = await heard("Last of the week", { person, day: daysAfter(monday, 5) });
  expect(await order("First of the week", "Last of the week")).toEqual([
    "Last of the week",
    "First of the week",
  ]);
  await closeWeek({ monday });
  const { issue } = await findWeeklyIssue({ person: reader, monday, by: "team" });
  expect(issue.groups.flatMap(({ cards }) => cards.map(({ id }) => id))[0]).toBe(last.id);
  await heard("Posted too late", { person, day: daysAfter(monday, 3) });
  const page = await pageOf();
  expect(page).toContain("Closed ");
  expect(page).toContain("Added since");
  expect(page.indexOf("Posted too late")).toBeGreaterThan(page.indexOf('id="added"'));
  expect(page).toMatch(/Added <!-- -->|Added \d/);
});

test("a question answered after the moment stays among the questions", async () => {
  const question = await heard("Who knows the dean?", { sent: { kind: "question" } });
  await closeWeek({ monday });
  const { issue } = await findWeeklyIssue({ person: reader, monday });
  expect(issue.questions.map(({ id }) => id)).toEqual([question.id]);
});

test("what is withdrawn, hidden or restricted vanishes from a closed issue at once, and comes back with it", async () => {
  const editor = await aPerson({ role: "editor" });
  const words = ["wryneck", "bittern", "nightjar"];
  const made = await Promise.all(
    words.map((word) => heard(`About the ${word}`, { sent: { tags: [`${word}-tag`] } })),
  );
  await closeWeek({ monday });
  for (const word of words) expect(await pageOf()).toContain(word);
  const [gone, hidden, kept] = made;
  if (!gone || !hidden || !kept) throw new Error("three were made");
  await withdrawInsight({ person: gone.person, id: gone.id });
  expect(await pageOf()).not.toContain("wryneck");
  await hideInsight({ person: editor, id: hidden.id, reason: "for the test" });
  for (const by of ["", "?by=theme", "?by=team"]) {
    const page = await pageOf(reader, by);
    expect(page).not.toContain("bittern");
    expect(page).toContain("1 insight;");
  }
  await db.update(insights).set({ withdrawnAt: null }).where(eq(insights.id, gone.id));
  expect(await pageOf()).toContain("wryneck");
});

test("the fragment is everybody's: what is for a team stands beside it, for that team alone", async () => {
  const mate = await aPerson({ team: reader.team });
  await heard("For all of us");
  await heard("Between ourselves", { person: mate, sent: { visibility: "team" } });
  await closeWeek({ monday });
  expect(await pageOf(reader)).toContain("Between ourselves");
  for (const other of [await aPerson(), await aPerson({ role: "admin" })]) {
    const page = await pageOf(other);
    expect(page).toContain("For all of us");
    expect(page).not.toContain("Between ourselves");
  }
});

test("a closed page as data holds what the document does", async () => {
  await heard("Said in the closed week", { person: await aPerson() });
  await closeWeek({ monday });
  const client = await app.as(reader);
  const document = await client.get(`/weeks/${weekName(monday)}`);
  const data = await client.get(`/weeks/${weekName(monday)}.data`);
  expect(document.text.match(/Said in the closed week/g)).toHaveLength(1);
  expect(data.text).toContain("Said in the closed week");
});

test("every week whose moment has come is closed, the one before it not", async () => {
  const place = await aDepartment();
  for (const weeks of [0, -1, -2])
    await anInsight({ departments: [place], sent: { heardOn: daysAfter(monday, 7 * weeks) } });
  const isClosed = async (of: Day) =>
    (await db.select().from(weeklyIssues).where(eq(weeklyIssues.week, of)))[0]?.closedAt != null;
  const next = daysAfter(monday, 7);
  await closeWeeks({ now: new Date(`${next}T05:00:00Z`) });
  expect([await isClosed(monday), await isClosed(daysAfter(monday, -7))]).toEqual([false, true]);
  expect(await closeWeeks({ now: new Date(`${next}T08:00:00Z`) })).toBe(1);
  expect(await isClosed(monday)).toBe(true);
  expect(await closeWeeks({ now: new Date(`${next}T08:00:00Z`) })).toBe(0);
});
