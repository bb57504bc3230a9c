import { expect, test } from "vitest";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { weekTitle } from "#app/weekly/week-words.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const monday = mondayOf(dayIn("Europe/London", new Date()));
const lastWeek = daysAfter(monday, -7);

test.each(ways)("the week is read, and the weeks before it, %s", async (way) => {
  const history = await aDepartment({ name: "Department of History" });
  const about = { departments: [history] };
  await anInsight({ ...about, body: "They asked about microfilm.", sent: { heardOn: lastWeek } });
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);

  await page.goto("/");
  await expectHeading(page, weekTitle(monday));
  await hands.follow(weekTitle(lastWeek));
  await expectHeading(page, weekTitle(lastWeek));
  expect(new URL(page.url()).pathname).toBe(`/weeks/${weekName(lastWeek)}`);
  await page.getByText("They asked about microfilm.").first().waitFor();

  await hands.follow(weekTitle(monday));
  await expectHeading(page, weekTitle(monday));
  await hands.follow("All weeks");
  await expectHeading(page, "All weeks");
  await hands.follow(new RegExp(`^${weekTitle(lastWeek)}`));
  await expectHeading(page, weekTitle(lastWeek));
});

test("victories and open questions come first, what was heard earlier last", async () => {
  const chemistry = await aDepartment({ name: "School of Chemistry" });
  const about = { departments: [chemistry] };
  await anInsight({ ...about, body: "The lab moves in June." });
  await anInsight({ ...about, body: "Late news.", sent: { heardOn: daysAfter(monday, -14) } });
  await anInsight({ ...about, body: "Who knows their new head?", sent: { kind: "question" } });
  await anInsight({ ...about, body: "They thanked us by name.", sent: { kind: "win" } });
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/");

  const titles = await page.locator("main section h2").allInnerTexts();
  const last = titles.indexOf("Heard earlier");
  expect([titles.slice(0, 3), titles.slice(last)]).toEqual([
    ["In one minute", "Small victories", "Open questions"],
    ["Heard earlier", "The week in numbers"],
  ]);
  const beside = page.getByRole("navigation", { name: "In this issue" });
  await beside.getByRole("link", { name: /Heard earlier/ }).click();
  await page.getByText("Late news.").waitFor();
});

test("what only my team may see stands apart, and is not in a colleague's issue", async () => {
  const { person } = await anInsight({ body: "Between ourselves.", sent: { visibility: "team" } });
  const mine = await browser.signedInAs(person);
  await mine.goto("/");
  await mine
    .getByRole("region", { name: "For you and your team only" })
    .getByText("Between ourselves.")
    .waitFor();
  const theirs = await browser.signedInAs(await aPerson());
  await theirs.goto("/");
  await expectHeading(theirs, weekTitle(monday));
  expect(await theirs.getByText("Between ourselves.").count()).toBe(0);
});

test("a long week is folded after its first cards; a link opens what it leads to, and paper has all of it", async () => {
  for (const name of ["Astronomy", "Botany", "Chemistry", "Zoology"]) {
    const place = await aDepartment({ name: `Department of ${name}` });
    for (let number = 1; number <= 6; number += 1)
      await anInsight({ departments: [place], body: `${name} says ${number}.` });
  }
  const reader = await aPerson();
  for (const javaScript of [true, false]) {
    const page = await browser.signedInAs(reader, { javaScript });
    await page.goto("/");
    const card = (text: string) => page.locator("article").filter({ hasText: text });
    expect(await card("Astronomy says 6.").isVisible()).toBe(true);
    expect(await card("Astronomy says 1.").isVisible()).toBe(false);
    expect(await card("Zoology says 1.").isVisible()).toBe(false);
    const contents = page.getByRole("navigation", { name: "In this issue" });
    await contents.getByRole("link", { name: /Zoology/ }).click();
    await card("Zoology says 1.").waitFor();
    await page.emulateMedia({ media: "print" });
    await card("Astronomy says 1.").waitFor();
  }
});
