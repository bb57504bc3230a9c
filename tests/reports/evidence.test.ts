import { expect, test } from "vitest";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { chooseEvidence } from "#app/reports/choose-evidence.server.ts";
import { drawEvidence } from "#app/reports/draw-evidence.server.ts";
import { readEvidence } from "#app/reports/evidence-draft.ts";
import { evidenceSvg } from "#app/reports/evidence-svg.ts";
import { evidenceText } from "#app/reports/evidence-words.ts";
import { findEvidence } from "#app/reports/find-evidence.server.ts";
import { listQuotable } from "#app/reports/list-quotable.server.ts";
import { isPassageOf } from "#app/reports/passage.ts";
import { withoutNames } from "#app/reports/without-names.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { contacts } from "#db/schema/department-entries.server.ts";
import { someEnquiries } from "#tests/desk/some-enquiries.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();

const today = dayIn("Europe/London", new Date());

async function card({ slug }: ADepartment) {
  return (await findEvidence({ slug, today }))!;
}

test("a quotation says what stands there, in that order, and nothing else", () => {
  const text = "The lab moves in May.\n\nThey need the thermal camera manuals, and soon.";
  expect(isPassageOf("The lab moves in May. They need", text)).toBe(true);
  expect(isPassageOf("The lab moves … and soon.", text)).toBe(true);
  expect(isPassageOf("They need … in May", text)).toBe(false);
  expect(isPassageOf("The lab moves in June", text)).toBe(false);
  expect(isPassageOf("", text)).toBe(true);
});

test.each([
  ["Ruth Adeyinka said so", "[name] said so"],
  ["Professor Ruth Adeyinka said so", "[name] said so"],
  ["Dr Smith and Prof. Ní Bhriain like it", "[name] and [name] like it"],
  ["ask @priya about it", "ask [name] about it"],
  ["RUTH ADEYINKA and ruth adeyinka", "[name] and [name]"],
  ["Ruth Adeyinka’s plan, Ruth Adeyinka's too", "[name] plan, [name] too"],
  ["The Ruth-Adeyinka plan of Ruth\u00a0Adeyinka", "The [name] plan of [name]"],
  ["Mary Ann O’Hara-Lee agrees with mary-ann o'hara lee", "[name] agrees with [name]"],
  ["prof. Ruth Adeyinka’s idea (@ruth-a)", "[name] idea ([name])"],
  ["Truth Adeyinkas", "Truth Adeyinkas"],
  ["The Ruthless need more seats", "The Ruthless need more seats"],
])("names are left out: %s", (text, expected) => {
  expect(withoutNames(text, ["Ruth Adeyinka", "Mary-Ann O'Hara Lee", "A. (b", "[x"])).toBe(expected);
});

test("a card quotes what all staff may read, without names until somebody says that they agreed", async () => {
  const team = await aTeam();
  const [person, editor] = [
    await aPerson({ team, name: "Priya Sharma" }),
    await aPerson({ team, role: "editor" }),
  ];
  const department = await aDepartment();
  const by = { notedBy: person.id, editedBy: person.id, departmentId: department.id };
  await db.insert(contacts).values({ id: newId(), ...by, name: "Ruth Adeyinka", role: "head" });
  const given = { person, departments: [department] };
  const body = "Ruth Adeyinka loves the maps. She wants them on the second floor, says Priya Sharma.";
  const { id } = await anInsight({ ...given, body });
  const restricted = await anInsight({ ...given, body: "For us", sent: { visibility: "team" } });
  const elsewhere = await anInsight({ person, body: "Of another department" });
  const choose = (quotes: { insightId: string; passage: string; named: boolean }[], version: number) =>
    chooseEvidence({ person, departmentId: department.id, version, draft: { offer: "Maps", quotes } });
  for (const insightId of [restricted.id, elsewhere.id, newId(), "nonsense"]) {
    const refused = await choose([{ insightId, passage: "", named: false }], 0);
    expect(refused).toMatchObject({ outcome: "refused", problems: { quotes: expect.any(String) } });
  }
  const invented = await choose([{ insightId: id, passage: "hates the maps", named: false }], 0);
  expect(invented).toMatchObject({ outcome: "refused" });

  expect(await choose([{ insightId: id, passage: "", named: false }], 0)).toEqual({ outcome: "done" });
  expect(await choose([], 7)).toEqual({ outcome: "changed-meanwhile" });
  const nameless = (await card(department)).quotes[0];
  expect(nameless).toMatchObject({
    text: "[name] loves the maps. She wants them on the second floor, says [name].",
    by: null,
  });
  await choose([{ insightId: id, passage: "loves the maps … second floor", named: true }], 1);
  const named = (await card(department)).quotes[0];
  expect(named).toMatchObject({ text: "loves the maps … second floor", by: "Priya Sharma" });
  expect((await listQuotable(department.id)).map((each) => each.id)).toEqual([id]);

  const edited = await editInsight({
    person,
    id,
    version: 1,
    draft: { ...draftOf(department), body: "They want them on the first floor." },
  } as never);
  expect(edited).toMatchObject({ outcome: "edited" });
  expect((await card(department)).quotes[0]?.text).toBe("They want them on the first floor.");
  await hideInsight({ person: editor, id, reason: "for the test" });
  expect((await card(department)).quotes).toEqual([]);
});

function draftOf({ slug }: ADepartment) {
  return {
    departments: [slug],
    channel: "coffee",
    tags: [],
    kind: "observation",
    basis: "reported",
    visibility: "staff",
    heardOn: today,
  };
}

test("the top need is the one most have heard in a year, among what all staff may read", async () => {
  const team = await aTeam();
  const person = await aPerson({ team });
  const department = await aDepartment();
  const need = (body: string, sent: object) =>
    anInsight({ person, departments: [department], body, sent: { kind: "need", ...sent } });
  const { id } = await need("Quiet rooms", { heardOn: daysAfter(today, -90) });
  await need("A later one", {});
  const ours = await need("Restricted", { visibility: "team" });
  const heardOn = today;
  for (const [insightId, voices] of [
    [id, 2],
    [ours.id, 3],
  ] as const) {
    for (let left = voices; left > 0; left -= 1) {
      const voice = { words: "", channel: "", heardOn };
      await corroborate({ person: await aPerson({ team }), id: insightId, voice });
    }
  }
  await need("Long ago", { heardOn: daysAfter(today, -500) });
  expect((await card(department)).topNeed).toMatchObject({ insightId: id, text: "Quiet rooms", voices: 3 });
});

test("as text and as a picture it says the same as on its page, whatever stands in it", async () => {
  const person = await aPerson();
  const department = await aDepartment({ name: `Maps & <Mountains> "Ünïted"` });
  await someEnquiries({ person, department, askedOn: today, count: 62 });
  // U+FFFF is a character everywhere but in XML.
  const body = `"Fine" <b>&amp; \uFFFF\uFFFE ${"verylongword".repeat(40)}`;
  const { id } = await anInsight({ person, departments: [department], body });
  const quotes = [{ insightId: id, passage: "", named: false }];
  const draft = { offer: "A <script>alert(1)</script> afternoon", quotes };
  await chooseEvidence({ person, departmentId: department.id, version: 0, draft });
  const evidence = await card(department);
  const text = evidenceText({ evidence, address: "https://example.org/x", today });
  expect(text).toContain("62 enquiries in the past month, no month before to compare with");
  const svg = evidenceSvg({ evidence, today });
  expect(svg).not.toMatch(/<script|<b>/);
  expect(svg).toContain("Maps &amp; &lt;Mountains&gt;");
  const picture = await drawEvidence({ evidence, today });
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
});

test("a form that chooses too much is refused by its field", () => {
  const sent = (fields: Record<string, string | string[]>) =>
    readEvidence({
      one: (name) => [fields[name] ?? ""].flat()[0] ?? "",
      all: (name) => [fields[name] ?? []].flat(),
    });
  expect(sent({ offer: "x".repeat(201) })).toMatchObject({ problems: { offer: expect.any(String) } });
  expect(sent({ quote: ["a", "b", "c", "d"] })).toMatchObject({ problems: { quotes: expect.any(String) } });
  expect(sent({ quote: ["a", "a"], "named-a": "yes" })).toEqual({
    draft: { offer: "", quotes: [{ insightId: "a", passage: "", named: true }] },
  });
});
