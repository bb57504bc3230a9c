import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser, type View } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

const browser = useBrowser();
const department = "School of Completion";

beforeAll(async () => {
  const [about, team] = [await aDepartment({ name: department }), await aTeam({ name: "Maps and plans" })];
  await anInsight({ departments: [about], body: "#atlas-loans #atlas-repairs #atlas-zoom" });
  await aPerson({ team, name: "Wilhelmina Atlee", handle: "wilhelmina" });
});

async function writing(view: View = {}): Promise<Page> {
  const page = await browser.signedInAs(await aPerson(), view);
  await page.goto("/insights/new");
  await page.getByLabel("What did you hear?").focus();
  return page;
}

const textOf = (page: Page) => page.getByLabel("What did you hear?").inputValue();
const list = (page: Page, name = "Tags") => page.getByRole("listbox", { name, exact: true });

test("arrows and Enter finish a tag; Enter is a new line again once no list is open", async () => {
  const page = await writing();
  await page.keyboard.type("Maps wanted #atl");
  await list(page).waitFor();
  expect(await list(page).getByRole("option").allInnerTexts()).toEqual([
    "#atlas-loans",
    "#atlas-repairs",
    "#atlas-zoom",
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await list(page).waitFor({ state: "hidden" });
  await page.keyboard.type("soon");
  await page.keyboard.press("Enter");
  await page.keyboard.type("and more");
  expect(await textOf(page)).toBe("Maps wanted #atlas-repairs soon\nand more");
});

test("Tab finishes the first, and the browser's own undo takes it back", async () => {
  const page = await writing();
  await page.keyboard.type("#atl");
  await list(page).waitFor();
  await page.keyboard.press("Tab");
  expect(await textOf(page)).toBe("#atlas-loans ");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await page.keyboard.press("Control+z");
  expect(await textOf(page)).toBe("#atl");
});

test("a colleague is found by name, handle and team, and told to screen readers", async () => {
  const page = await writing();
  for (const typed of ["@atlee", "@wilh", "@maps"]) {
    await page.keyboard.type(typed);
    await list(page, "Colleagues").waitFor();
    expect(await list(page, "Colleagues").innerText()).toMatch(
      /Wilhelmina Atlee\s+@wilhelmina · Maps and plans/,
    );
    await page.keyboard.press("Enter");
  }
  expect(await textOf(page)).toBe("@wilhelmina ".repeat(3));
});

test("the text stays a text, with the list and its active option tied to it, and what is offered is announced", async () => {
  const page = await writing();
  const text = page.getByRole("textbox", { name: "What did you hear?" });
  await page.keyboard.type("#atl");
  await list(page).waitFor();
  const tied = () =>
    text.evaluate((field) => {
      const by = (name: string) => document.getElementById(field.getAttribute(name) ?? "");
      return {
        list: by("aria-controls")?.getAttribute("role"),
        active: by("aria-activedescendant")?.textContent,
        how: [
          field.getAttribute("aria-autocomplete"),
          field.getAttribute("aria-haspopup"),
          field.getAttribute("role"),
        ],
      };
    });
  await expect
    .poll(tied)
    .toEqual({ list: "listbox", active: "#atlas-loans", how: ["list", "listbox", null] });
  await page.getByRole("status").filter({ hasText: "3 tags below: atlas-loans" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.getByRole("status").filter({ hasText: "atlas-zoom, 3 of 3" }).waitFor();
  await expectAccessible(page, "a completion list open");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "#atlas-zoom written" }).waitFor();
  await expect.poll(() => text.getAttribute("aria-controls")).toBeNull();
});

test("Escape closes the list for that word and keeps the text; so does going on", async () => {
  const page = await writing();
  await page.keyboard.type("#atl");
  await list(page).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type("a");
  expect(await list(page).count()).toBe(0);
  await page.keyboard.press("Enter");
  expect(await textOf(page)).toBe("#atla\n");
  await page.keyboard.type("#atl");
  await list(page).waitFor();
  await page.keyboard.press("ArrowLeft");
  await list(page).waitFor({ state: "hidden" });
});

test("nothing is offered in code, and a tag written out in full leaves Enter a new line", async () => {
  const page = await writing();
  await page.keyboard.type("`#atl");
  expect(await list(page).count()).toBe(0);
  await page.keyboard.type("` #atlas-zoom");
  expect(await list(page).count()).toBe(0);
  await page.keyboard.press("Enter");
  expect(await textOf(page)).toBe("`#atl` #atlas-zoom\n");
});

test("a finger picks on a phone, and the list stands where it can be reached", async () => {
  const page = await writing({ width: 390 });
  await page.keyboard.type("#atl");
  const option = list(page).getByRole("option", { name: "#atlas-zoom" });
  await option.waitFor();
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page, "a completion list on a phone");
  await option.tap();
  await expect.poll(() => textOf(page)).toBe("#atlas-zoom ");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
});
