import { expect, test } from "vitest";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { findIssueReading } from "#app/weekly/find-issue-reading.server.ts";
import { markIssueRead } from "#app/weekly/mark-issue-read.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ search: false, worker: false, settings: { MEILISEARCH: "off" } });
const monday = mondayOf(dayIn("Europe/London", new Date()));
const thisWeek = `/weeks/${weekName(monday)}`;

test("what was posted since I last looked is marked, and is not once I have looked", async () => {
  const person = await aPerson();
  const client = await app.as(person);
  await anInsight({ body: "Before I looked" });
  expect((await client.get("/")).text).not.toContain("new since you last looked");
  const upTo = /name="upTo" value="(\d+)"/.exec((await client.get("/")).text)?.[1] ?? "";
  await client.post(thisWeek, { upTo });

  await anInsight({ person, body: "Mine, after I looked" });
  expect((await client.get("/")).text).not.toContain("new since you last looked");
  await anInsight({ body: "After I looked" });
  const page = (await client.get("/")).text;
  expect(page).toMatch(/1(<!-- -->)? new since you last looked/);
  expect(page.match(/>New</g)).toHaveLength(1);
});

test("reading never goes back", async () => {
  const person = await aPerson();
  await markIssueRead({ person, monday, upTo: 9 });
  await markIssueRead({ person, monday, upTo: 4 });
  expect((await findIssueReading({ person, monday })).readUpTo).toBe(9);
});

test("the week stands by department, theme and team, my own departments first", async () => {
  const person = await aPerson();
  const mine = await aDepartment({ name: "Zoology" });
  await aLiaison({ department: mine, person });
  await anInsight({ person, departments: [mine], sent: { tags: ["newts"] } });
  const client = await app.as(person);
  const byDepartment = (await client.get(thisWeek)).text;
  expect(byDepartment.indexOf("Zoology")).toBeLessThan(byDepartment.indexOf("Department "));
  expect(byDepartment).toContain("You look after this");
  expect((await client.get(`${thisWeek}?by=theme`)).text).toMatch(/<h2[^>]*>newts<\/h2>/);
  expect((await client.get(`${thisWeek}?by=team`)).text).toContain(`>${person.team.name}</h2>`);
});
