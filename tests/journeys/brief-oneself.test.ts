import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { aFullDepartment } from "#tests/reports/a-full-department.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { countKeys, tabTo } from "#tests/support/browser-keys.ts";
import { aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";
import { printedPages } from "#tests/support/printed.ts";

const browser = useBrowser({ worker: false, search: false });
let person: Person;

beforeAll(async () => {
  person = await aPerson();
  const name = "School of Politics, Philosophy, Economics and Everything Else There Is";
  const department = await aDepartment({ name, slug: "ppe" });
  await aLiaison({ department, person });
  await aFullDepartment({ department, person });
  const sent = { visibility: "team" };
  await anInsight({ person, departments: [department], body: "Heard among ourselves.", sent });
});

/** Pages of A4 as they would be printed. */
async function pagesOf(path: string): Promise<number> {
  const page = await browser.signedInAs(person);
  await page.goto(path);
  return printedPages(page);
}

test("a briefing is one page of A4, however much is known", async () => {
  expect(await pagesOf("/departments/ppe/briefing")).toBe(1);
});

test("an evidence card is one page of A4, and its text can be copied", async () => {
  expect(await pagesOf("/departments/ppe/evidence")).toBe(1);
});

test("preparing for a meeting by keyboard alone: three pages, few keys", async () => {
  const page = await browser.signedInAs(person);
  await page.goto("/");
  const keys = await countKeys(page);
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: /^Go to/ });
  await box.waitFor();
  await page.keyboard.type("politics");
  await page
    .getByRole("dialog")
    .getByRole("option")
    .filter({ hasText: "School of Politics" })
    .first()
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  for (const name of ["Who leads, and who is our friend", "What we last heard", "What we owe them"])
    await page.getByRole("heading", { name }).waitFor();
  await tabTo(page, page.getByRole("link", { name: "Briefing", exact: true }));
  await page.keyboard.press("Enter");
  for (const name of ["Who you will meet", "Open questions", "What worked elsewhere", "What not to repeat"])
    await page.getByRole("heading", { name }).waitFor();
  await page.getByText("Heard among ourselves.").waitFor();
  await tabTo(page, page.getByRole("button", { name: "Print" }));
  await tabTo(page, page.getByRole("link", { name: "Evidence", exact: true }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Evidence" }).waitFor();
  expect(await keys()).toBeLessThanOrEqual(30);
});

test("what not all may read is on a briefing's screen, and not on its paper", async () => {
  const page = await browser.signedInAs(person);
  await page.goto("/departments/ppe/briefing");
  const last = page.locator("section").filter({ has: page.getByRole("heading", { name: "Last heard" }) });
  expect(await last.innerText()).toContain("Heard among ourselves. ");
  const onScreen = await last.getByRole("listitem").count();
  await page.emulateMedia({ media: "print" });
  expect(await last.innerText()).not.toContain("Heard among ourselves.");
  expect(await last.getByRole("listitem").count()).toBe(onScreen);
});

test("a handover is read from its own page and printed, by keyboard alone", async () => {
  const [from, editor] = [await aPerson(), await aPerson({ role: "editor" })];
  const department = await aDepartment({ name: "School of Tides", slug: "tides" });
  await aLiaison({ department, person: from });
  const page = await browser.signedInAs(editor);
  await page.goto("/settings/handovers?department=tides");
  await tabTo(page, page.getByLabel("To", { exact: true }));
  await page.getByLabel("To", { exact: true }).selectOption(person.handle);
  await tabTo(page, page.getByRole("button", { name: "Hand over" }));
  await page.keyboard.press("Enter");
  await page.getByText(`from ${from.name} to ${person.name}`).waitFor();

  const own = await browser.signedInAs(person);
  await own.goto("/departments/tides/handover");
  await tabTo(own, own.getByRole("button", { name: /I have read it.*The briefing/ }));
  await own.keyboard.press("Enter");
  await own.getByText("1 of 7 read").waitFor();
  expect(await pagesOf("/departments/tides/handover")).toBeLessThanOrEqual(2);
});

test("counting goes on by keyboard alone, with what was chosen kept", async () => {
  const page = await browser.signedInAs(await aPerson({ role: "assistant" }));
  await page.goto("/desk");
  await page.getByLabel("Research help").check();
  await page.getByLabel("How many").fill("3");
  await page.keyboard.press("Enter");
  await page.getByText("3 today").waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "department");
  expect(await page.getByLabel("Research help").isChecked()).toBe(true);
  expect(await page.getByLabel("How many").inputValue()).toBe("1");
  await page.getByRole("button", { name: /^Take back/ }).press("Enter");
  await page.getByText("Nothing today yet").waitFor();
});
