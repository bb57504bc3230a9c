import { and, desc, eq, max, ne, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { dayIn, daysAfter, daysBetween, mondayOf } from "#app/settings/calendar.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { closingOf } from "#app/settings/week-moment.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { bringDemoForward } from "#db/demo/bring-forward.server.ts";
import { seedDemoLibrary } from "#db/demo/seed-demo-library.server.ts";
import { enquiries } from "#db/schema/enquiries.server.ts";
import { insightDepartments, insightIndexStates, insights } from "#db/schema/insights.server.ts";
import { issuePicks, weeklyIssues } from "#db/schema/weekly.server.ts";
import { someEnquiries } from "#tests/desk/some-enquiries.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();
const day = 24 * 60 * 60_000;
const monday = mondayOf(dayIn("Europe/London", new Date()));
/** A Monday morning: of the week's own days only one is over yet. */
const monthLater = new Date(new Date(`${monday}T09:00:00Z`).getTime() + 28 * day);
let theirs = "";
let corrected = "";

beforeAll(async () => {
  await seedDemoLibrary({ onProgress: () => {} });
  theirs = (await anInsight({ person: await aPerson() })).id;
  const [demo] = await db.select().from(insights).where(eq(insights.source, "demo")).limit(1);
  if (!demo) throw new Error("there is no demonstration");
  corrected = demo.id;
  const [department] = await db.execute<{ slug: string }>(sql`
    select slug from departments join insight_departments on department_id = id where insight_id = ${demo.id}`);
  const sent = {
    body: "Corrected",
    departments: [department?.slug],
    channel: "coffee",
    heardOn: demo.heardOn,
  };
  const read = readDraft(sent, { today: demo.heardOn });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const person = { ...(await aPerson()), id: demo.authorId };
  await editInsight({ person, id: demo.id, version: 1, draft: read.draft });
}, 300_000);

/** The days on which things were asked, by row. */
async function askedDays() {
  const all = await db.select({ id: enquiries.id, askedOn: enquiries.askedOn }).from(enquiries);
  return new Map(all.map(({ id, askedOn }) => [id, askedOn]));
}

async function rows() {
  const all = await db
    .select({
      id: insights.id,
      source: insights.source,
      heardOn: insights.heardOn,
      postedAt: insights.postedAt,
      postedWeek: insights.postedWeek,
      wanted: insightIndexStates.wanted,
    })
    .from(insights)
    .innerJoin(insightIndexStates, eq(insightIndexStates.insightId, insights.id));
  return new Map(all.map(({ id, ...row }) => [id, row]));
}

/** Its issues as they are kept: of the current week, and of each before it. */
async function issuesAt(now: Date) {
  const library = await findLibrarySettings();
  const rows = await db.select().from(weeklyIssues).orderBy(desc(weeklyIssues.week));
  const picks = await db.select().from(issuePicks);
  for (const { week, closedAt } of rows) {
    const moment = closingOf(week, library);
    expect([week, closedAt?.getTime()]).toEqual([week, moment <= now ? moment.getTime() : undefined]);
  }
  const of = rows.map(({ id, week, lead, prompt }) => ({
    weeksAgo: daysBetween(week, mondayOf(dayIn(library.timeZone, now))) / 7,
    isEdited: lead !== "" && prompt !== "",
    picks: picks.filter(({ issueId }) => issueId === id).length,
  }));
  return { count: rows.length, edited: of.filter(({ isEdited }) => isEdited) };
}

/** The editor's words of the latest three weeks, and thirty weeks closed when they would have been. */
async function expectEditedWeeks(now: Date): Promise<void> {
  const { count, edited } = await issuesAt(now);
  expect(count).toBeGreaterThanOrEqual(30);
  expect(edited).toEqual([
    { weeksAgo: 0, isEdited: true, picks: 3 },
    { weeksAgo: 1, isEdited: true, picks: 3 },
    { weeksAgo: 2, isEdited: true, picks: 2 },
  ]);
}

test("its past weeks were closed at their moments, and the latest have an editor's words", () =>
  expectEditedWeeks(new Date()));

test("in the week it was filled in nothing moves", async () => {
  const before = await rows();
  expect(await bringDemoForward()).toBe(0);
  expect(await rows()).toEqual(before);
});

test("weeks later its own insights are of these weeks, none in the future, and what people wrote stays", async () => {
  const before = await rows();
  const ours = await someEnquiries({ askedOn: daysAfter(monday, -3) });
  const asked = await askedDays();
  const moved = await bringDemoForward({ now: monthLater });
  const after = await rows();
  expect(moved).toBe([...before.values()].filter(({ source }) => source === "demo").length - 1);
  for (const id of [theirs, corrected]) expect(after.get(id)).toEqual(before.get(id));

  const today = daysAfter(monday, 28);
  const [newest] = await db.select({ heardOn: max(insights.heardOn) }).from(insights);
  expect(newest?.heardOn).toBe(today);
  for (const [id, { heardOn, postedAt, postedWeek, wanted }] of after) {
    if (id === theirs || id === corrected) continue;
    expect(postedAt.getTime()).toBeLessThanOrEqual(monthLater.getTime());
    expect(postedWeek).toBe(mondayOf(dayIn("Europe/London", postedAt)));
    expect(heardOn <= today).toBe(true);
    expect(wanted).toBe((before.get(id)?.wanted ?? 0) + 1);
  }
  const wrongDay = and(
    eq(insights.id, insightDepartments.insightId),
    ne(insights.heardOn, insightDepartments.heardOn),
  );
  expect(await db.select().from(insights).innerJoin(insightDepartments, wrongDay)).toEqual([]);
  expect(await checkInvariants()).toEqual([]);
  // What was asked comes along by whole weeks, up to the present one; what people counted stays on its day.
  const askedLater = await askedDays();
  const shifts = [...asked].map(([id, on]) => (id === ours ? 0 : daysBetween(on, askedLater.get(id)!)));
  const [none = 0, weeks = 0, ...others] = [...new Set(shifts)].toSorted((a, b) => a - b);
  expect([none, weeks % 7, others]).toEqual([0, 0, []]);
  const latest = [...askedLater.values()].toSorted().at(-1)!;
  expect([0, 1, 2, 3, 4, 5, 6]).toContain(daysBetween(latest, today));
  expect(await bringDemoForward({ now: monthLater })).toBe(0);
});

test("its issues have come along", () => expectEditedWeeks(monthLater));
