import { marked } from "marked";
import { expect, test } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { findHandoverPack } from "#app/reports/find-handover-pack.server.ts";
import { handoverMarkdown } from "#app/reports/handover-markdown.ts";
import { packSpan } from "#app/reports/handover-pack.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { markdownText } from "#app/text/markdown-text.ts";
import { anEntry } from "#tests/departments/entries.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  type ADepartment,
  aDepartment,
  aLiaison,
  anInsight,
  aPerson,
  aTeam,
} from "#tests/support/factories.ts";
import { aFullDepartment } from "./a-full-department.ts";

useDatabase();

const today = dayIn("Europe/London", new Date());

async function packFor(person: Person, { slug }: ADepartment) {
  const { pack } = (await findHandoverPack({ person, slug, today }))!;
  const markdown = handoverMarkdown({ pack, by: person.name, today, origin: "https://library.example" });
  return { pack, markdown };
}

test("a pack holds all that is kept, a year by months, and who looked after it before", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  await aFullDepartment({ department, person });
  await anEntry({ kind: "approach", department, person });
  await anEntry({ kind: "sentence", department, person });
  await aLiaison({ department, person, from: "2024-09-01", until: "2025-08-31" });
  const heard = (ago: number) =>
    anInsight({ person, departments: [department], sent: { heardOn: daysAfter(today, -ago) } });
  await Promise.all([heard(400), heard(330), ...Array.from({ length: 7 }, () => heard(200))]);
  const { pack, markdown } = await packFor(person, department);
  expect(pack.months[0]).toMatchObject({ month: today.slice(0, 7), count: 7 });
  expect(pack.months).toHaveLength(13);
  const long = pack.months.find(({ month }) => month === daysAfter(today, -200).slice(0, 7));
  expect([long?.count, long?.things.length]).toEqual([7, 5]);
  expect(pack.toAsk).toHaveLength(7);
  expect([pack.asked.length, pack.contacts.length, pack.approaches.length]).toEqual([1, 15, 1]);
  expect(pack.liaisons).toMatchObject([{ handle: person.handle, until: "2025-08-31" }]);
  for (const words of ["## Contacts", "Took it up", "2 more are in Corridor", "to 31 August 2025"])
    expect(markdown.toLowerCase()).toContain(words.toLowerCase());
  expect(await findHandoverPack({ person, slug: "nowhere", today })).toBeUndefined();
});

test("where nothing was heard before, a year begins with the first month of all", async () => {
  const [person, department, silent] = [await aPerson(), await aDepartment(), await aDepartment()];
  const sent = { heardOn: daysAfter(today, -95) };
  await anInsight({ person, departments: [department], sent });
  const { months, quiet } = (await packFor(person, department)).pack;
  expect(months.at(-1)).toMatchObject({ month: sent.heardOn.slice(0, 7), count: 1 });
  expect(quiet.every(({ from }) => from > sent.heardOn.slice(0, 7))).toBe(true);
  expect((await packFor(person, silent)).pack).toMatchObject({ months: [], quiet: [] });
});

test("what a reader may not read moves nothing in their pack or its file", async () => {
  const team = await aTeam();
  const [author, mate, stranger] = [await aPerson({ team }), await aPerson({ team }), await aPerson()];
  const department = await aDepartment();
  await anInsight({ person: author, departments: [department], body: "For all" });
  const before = await packFor(stranger, department);
  for (const kind of ["need", "new-person", "question"]) {
    const sent = { kind, visibility: "team" };
    await anInsight({ person: author, departments: [department], body: `Ours: ${kind}`, sent });
  }
  await anInsight({ person: author, departments: [department], body: "Mine", sent: { visibility: "me" } });
  const { id } = await anInsight({ person: author, departments: [department], body: "Hidden" });
  await hideInsight({ person: await aPerson({ team, role: "editor" }), id, reason: "for the test" });
  expect(await packFor(stranger, department)).toEqual(before);

  // Whoever may read it has what is their team's, marked, in the year and never in the briefing that is printed.
  const { pack, markdown } = await packFor(mate, department);
  expect(pack.months[0]?.count).toBe(4);
  const [briefing = "", rest = ""] = markdown.split("## What we know");
  expect(briefing).not.toContain("Ours");
  expect(rest.match(/Ours: need.*\*\*Only the team/)).not.toBeNull();
  expect(pack.briefing.last.filter(({ on }) => on !== "screen").map(({ text }) => text)).toEqual(["For all"]);
  // What is for its author alone is no part of what is given to another.
  expect((await packFor(author, department)).markdown).not.toContain("Mine");
});

test.each([
  '=HYPERLINK("http://evil.example","x")',
  "+1+cmd|' /C calc'!A0",
  "<script>alert(1)</script> <img src=x onerror=alert(1)>",
  "[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
  "# heading\n\n- item\n1. one\n> quote\n```\ncode\n```\n| a | b |\n|---|---|",
  "*bold* _it_ `code` ~~gone~~ &lt;b&gt; \\<b\\> https://evil.example www.evil.example a@b.example",
])("%j is text in a Markdown file, whatever draws it", (hostile) => {
  const html = marked.parse(`* ${markdownText(hostile)}`, { async: false, gfm: true });
  const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag);
  expect(tags.filter((tag) => !["ul", "li", "a"].includes(tag ?? ""))).toEqual([]);
  expect(html).not.toMatch(/href="(?!mailto:)/);
  const text = html
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">");
  const said = text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .trim();
  expect(said).toBe(hostile.replace(/\s+/g, " "));
});

test("a year begins with its month, and the last quarter with the month that was three before", () => {
  expect(packSpan("2026-11-28")).toEqual({ since: "2025-11-01", lately: "2026-08" });
  expect(packSpan("2026-01-31")).toEqual({ since: "2025-01-01", lately: "2025-10" });
});
