import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { aFullDepartment } from "#tests/reports/a-full-department.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, aLiaison, aPerson } from "#tests/support/factories.ts";
import { printedPages } from "#tests/support/printed.ts";

const browser = useBrowser({ worker: false, search: false });
let person: Person;

beforeAll(async () => {
  person = await aPerson();
  const name = "School of Politics, Philosophy, Economics and Everything Else There Is";
  const department = await aDepartment({ name, slug: "ppe" });
  await aLiaison({ department, person });
  await aFullDepartment({ department, person });
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
