import { expect, test } from "vitest";
import { changeWords } from "#app/desk/change-words.ts";
import type { SentEnquiry } from "#app/desk/enquiry.ts";
import { readEnquiry } from "#app/desk/enquiry-draft.ts";
import { enquiryFigures } from "#app/desk/enquiry-figures.ts";
import { findEnquiryFigures } from "#app/desk/find-enquiry-figures.server.ts";
import { countEnquiries, listEnquiries, listOwnEnquiries } from "#app/desk/list-enquiries.server.ts";
import { listSources } from "#app/desk/list-sources.server.ts";
import { logEnquiry } from "#app/desk/log-enquiry.server.ts";
import { monthsUpTo } from "#app/desk/period.ts";
import { withdrawEnquiry } from "#app/desk/withdraw-enquiry.server.ts";
import { findLastContact } from "#app/insights/find-last-contact.server.ts";
import { daysAfter } from "#app/settings/calendar.ts";
import { newId } from "#db/new-id.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { someEnquiries } from "./some-enquiries.ts";

useDatabase();

const today = "2026-11-28";

test("months lie side by side, at the ends of short ones too", () => {
  for (const day of [today, "2026-03-31", "2024-02-29", "2026-01-01"]) {
    const months = monthsUpTo(day);
    expect(months).toHaveLength(24);
    expect(months.at(-1)?.to).toBe(day);
    for (const [at, { from, to }] of months.entries()) {
      expect(from <= to).toBe(true);
      if (at > 0) expect(from).toBe(daysAfter(months[at - 1]!.to, 1));
    }
  }
  expect(monthsUpTo("2026-03-31").at(-1)).toEqual({ from: "2026-03-01", to: "2026-03-31" });
});

test("what was counted through all of the period before can be compared, and nothing else is", () => {
  const counts = [
    { month: 23, kind: "research" as const, count: 30 },
    { month: 22, kind: "research" as const, count: 24 },
    { month: 5, kind: "directional" as const, count: 10 },
  ];
  const figures = (since: string | null) => enquiryFigures({ counts, since, today });
  const whole = figures("2024-01-01");
  expect(whole.month.now.total).toBe(30);
  expect(changeWords(whole.month.change, "month")).toBe("6 more than in the month before (25%)");
  expect(whole.year).toMatchObject({ now: { total: 54 }, before: { total: 10 } });
  const young = figures("2026-06-01");
  expect(changeWords(young.month.change, "month")).toContain("6 more");
  expect(changeWords(young.year.change, "year")).toBe(
    "no year before to compare with: counting began on 1 June 2026",
  );
  expect(changeWords(figures(null).month.change, "month")).toBe("nothing has been counted yet");
  const fresh = enquiryFigures({ counts: [counts[0]!], since: "2024-01-01", today });
  expect(changeWords(fresh.month.change, "month")).toBe("30 more than in the month before");
  const quiet = enquiryFigures({ counts: [], since: "2024-01-01", today });
  expect(changeWords(quiet.month.change, "month")).toBe("none in the month before either");
});

test("every figure is the sum of its rows, what is taken back not among them", async () => {
  const [person, department, other] = [await aPerson(), await aDepartment(), await aDepartment()];
  const day = (ago: number) => daysAfter(today, -ago);
  await someEnquiries({ person, department, askedOn: today, kind: "research", count: 3 });
  await someEnquiries({ person, department, askedOn: day(20), kind: "directional", count: 4 });
  await someEnquiries({ person, department, askedOn: day(45), kind: "research", count: 5 });
  await someEnquiries({ person, department, askedOn: day(400), kind: "access", count: 6 });
  await someEnquiries({ person, department: other, askedOn: today, count: 50 });
  await someEnquiries({ person, askedOn: today, count: 70 });
  const gone = await someEnquiries({ person, department, askedOn: today, count: 9 });
  await withdrawEnquiry({ person, id: gone, withdrawn: true });

  const figures = await findEnquiryFigures({ slug: department.slug, today });
  expect(figures.month).toMatchObject({ now: { total: 7 }, before: { total: 5 } });
  expect(figures.year).toMatchObject({ now: { total: 12 }, before: { total: 6 } });
  expect(figures.month.now.byKind).toMatchObject({ research: 3, directional: 4, access: 0 });
  expect(figures.months.map(({ total }) => total).reduce((a, b) => a + b)).toBe(18);
  expect(await findLastContact({ person, departmentId: department.id })).toEqual({
    day: today,
    byEnquiry: true,
  });
  const all = await findEnquiryFigures({ today });
  expect(all.month.now.total).toBe(127);

  for (const { now, before } of [figures.month, figures.year]) {
    for (const { from, to, total, byKind } of [now, before]) {
      const filter = { department: department.slug, from, to };
      expect((await countEnquiries(filter)).total).toBe(total);
      const ofKind = await countEnquiries({ ...filter, kind: "research" });
      expect(ofKind.total).toBe(byKind.research);
    }
  }
  const first = await listEnquiries({ department: department.slug, limit: 2 });
  const rest = await listEnquiries({ department: department.slug, limit: 9, before: first.at(-1)! });
  expect([...first, ...rest].map(({ count }) => count)).toEqual([3, 4, 5, 6]);
});

const sent: SentEnquiry = {
  askedOn: today,
  department: "",
  source: "01920000-0000-7000-8000-000000000201",
  kind: "research",
  effort: "3",
  count: "2",
};

test.each([
  [{ askedOn: "2026-11-29" }, "askedOn"],
  [{ askedOn: "yesterday" }, "askedOn"],
  [{ kind: "" }, "kind"],
  [{ effort: "7" }, "effort"],
  [{ count: "0" }, "count"],
  [{ count: "1e3" }, "count"],
  [{ count: "-1" }, "count"],
])("%j is refused by its field", (wrong, field) => {
  const read = readEnquiry({ ...sent, ...wrong }, { today });
  expect("problems" in read && Object.keys(read.problems)).toEqual([field]);
});

test("pressed twice it counts once; it is taken back and put back by whoever counted it, or an editor", async () => {
  const [person, stranger] = [await aPerson(), await aPerson()];
  const editor = await aPerson({ role: "editor" });
  const read = readEnquiry(sent, { today });
  if ("problems" in read) throw new Error("refused");
  const idempotencyKey = newId();
  const both = await Promise.all([1, 2].map(() => logEnquiry({ person, draft: read.draft, idempotencyKey })));
  const [id] = both.map((logged) => (logged.outcome === "logged" ? logged.id : ""));
  expect(both[0]).toEqual(both[1]);
  const own = async () => (await listOwnEnquiries({ person, today, limit: 5 })).today;
  expect(await own()).toBe(2);
  expect(await withdrawEnquiry({ person: stranger, id: id!, withdrawn: true })).toBe(false);
  expect(await withdrawEnquiry({ person, id: "nonsense", withdrawn: true })).toBe(false);
  expect(await withdrawEnquiry({ person, id: id!, withdrawn: true })).toBe(true);
  expect(await withdrawEnquiry({ person, id: id!, withdrawn: true })).toBe(true);
  expect(await own()).toBe(0);
  expect(await withdrawEnquiry({ person: editor, id: id!, withdrawn: false })).toBe(true);
  expect(await own()).toBe(2);
  const unknown = await logEnquiry({
    person,
    draft: { ...read.draft, department: "nowhere", source: "nowhere" },
    idempotencyKey: newId(),
  });
  expect(unknown).toMatchObject({ outcome: "refused", problems: { department: expect.any(String) } });
  expect((await listSources())[0]?.name).toBe("Enquiry desk");
});
