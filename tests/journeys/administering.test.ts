import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { anAdministrator } from "#tests/people/people.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser({ worker: false, search: false });

const people = "Name,E-mail,Team\nAnn Lee,ann@library.example,Sciences\nBob,nowhere,Sciences\n";

async function lookAtPeople(page: Page) {
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(people) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the file" }).click();
  await page.getByText("One person would be invited").waitFor();
}

async function inviteNobody(page: Page) {
  await page.locator("form").evaluateAll((forms) => {
    for (const form of forms) (form as HTMLFormElement).noValidate = true;
  });
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByRole("alert").waitFor();
}

const states: [name: string, path: string, act?: (page: Page) => Promise<unknown>][] = [
  ["the library", "/settings/library"],
  ["people", "/settings/people"],
  ["an invitation refused", "/settings/people", inviteNobody],
  ["a person looked after", "/settings/people/priya"],
  ["people brought in", "/settings/people/import", lookAtPeople],
  ["teams", "/settings/teams"],
  ["mail", "/settings/mail"],
  ["a colleague's page", "/people/priya"],
];

test.each([1280, 390, 320])(
  "an administrator's pages break no rule, %s px wide",
  { timeout: 120_000 },
  async (width) => {
    const known = `priya-${width}`;
    const person = await aPerson({ handle: known, name: "Priya Featherstonehaugh-Llewellyn" });
    const department = await aDepartment({ name: "Department of Politics, Philosophy and Economics" });
    await aLiaison({ department, person });
    await anInsight({ person, departments: [department] });
    const page = await browser.signedInAs(await anAdministrator(), {
      width,
      expecting: [/status of 40[0-9]/],
    });
    for (const [state, path, act] of states) {
      await page.goto(path.replace("priya", known));
      await act?.(page);
      await expectAccessible(page, state);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${state} is wider than the screen`).toBeLessThanOrEqual(width);
    }
  },
);

test("nor does whoever has forgotten a password, or comes by a link that opens nothing", async () => {
  const page = await browser.visitor({ width: 390, expecting: [/status of 404/] });
  for (const path of ["/forgot-password", "/links/nobody-was-given-this"]) {
    await page.goto(path);
    await expectAccessible(page, path);
  }
});
