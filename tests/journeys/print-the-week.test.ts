import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { type Day, dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { printedPages } from "#tests/support/printed.ts";

const browser = useBrowser({ worker: false, search: false });
const thisMonday = mondayOf(dayIn("Europe/London", new Date()));
const weeks = { small: -7, ordinary: -49, full: -91 } as const;
const sizes = { small: 2, ordinary: 26, full: 160 } as const;
const mondayIn = (week: keyof typeof weeks) => daysAfter(thisMonday, weeks[week]);

let reader: Person;
let page: Page;

const long = "They said so at length, and more than once, and named each room and every lamp in it, twice. ";

async function heard(monday: Day, count: number): Promise<void> {
  const mate = await aPerson({ team: reader.team });
  const law = await aDepartment({ name: "School of Politics, Philosophy and Law" });
  const music = await aDepartment();
  for (let number = 1; number <= count; number += 1) {
    const kind = number % 7 === 0 ? "question" : number % 9 === 0 ? "win" : "observation";
    const departments = number % 3 === 0 ? [music, law] : [law];
    const body = `Number ${number}. ${long.repeat(1 + (number % 4))}`;
    await anInsight({ person: mate, departments, body, sent: { heardOn: monday, kind } });
  }
  await anInsight({ person: mate, body: "nightjar", sent: { heardOn: monday, visibility: "team" } });
}

beforeAll(async () => {
  reader = await aPerson();
  for (const week of ["small", "ordinary", "full"] as const) await heard(mondayIn(week), sizes[week]);
}, 120_000);

async function open(week: keyof typeof weeks): Promise<void> {
  page = await browser.signedInAs(reader);
  await page.goto(`/weeks/${weekName(mondayIn(week))}/print`);
}

/** What stands where a third column would, or below its side: not on the paper. */
async function offThePaper(): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  // The width that A4 leaves between its margins.
  await page.setViewportSize({ width: 673, height: 986 });
  const off = await page.locator("[data-side]").evaluateAll((sides) =>
    sides.flatMap((side) => {
      const { right, bottom } = side.getBoundingClientRect();
      const inside = [...side.querySelectorAll("li, h2, p")];
      const outside = inside.filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > right + 1 || box.bottom > bottom + 1;
      });
      return outside.map((element) => element.textContent ?? "");
    }),
  );
  await page.emulateMedia({ media: null });
  return off;
}

test.each(["small", "ordinary", "full"] as const)(
  "a %s week is two pages of A4, nothing cut off",
  async (week) => {
    await open(week);
    expect(await offThePaper()).toEqual([]);
    expect(await printedPages(page)).toBe(2);
  },
);

test("what does not fit is counted, with the page's address", async () => {
  await open("full");
  const text = await page.locator("main").innerText();
  const printed = new Set([...text.matchAll(/Number (\d+)\./g)].map(([, number]) => number));
  const [, more] = /And (\d+) more, all of it at\s+(\S+)/.exec(text) ?? [];
  expect(printed.size).toBeGreaterThan(20);
  expect(printed.size + Number(more)).toBe(sizes.full);
  expect(text).toMatch(new RegExp(`\\S+:\\d+/weeks/${weekName(mondayIn("full"))}`));
  expect(text).not.toContain("http");
});

test("paper holds what all staff may read, unless its reader asks for more, which it then says", async () => {
  await open("small");
  expect(await page.locator("main").innerText()).not.toContain("nightjar");
  await page.getByRole("link", { name: "With what only I or my team may read" }).click();
  await page.getByText("nightjar").waitFor();
  expect(await page.locator("main").innerText()).toContain("not to be left lying about");
  const other = await browser.signedInAs(await aPerson());
  await other.goto(page.url());
  expect(await other.locator("main").innerText()).not.toContain("nightjar");
});
