import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading } from "#tests/support/browser-hands.ts";
import { expectVisibleFocus } from "#tests/support/browser-keys.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();

/** Small targets that are not words in a sentence, with their size. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const inSentence = (element: Element) => element.closest("p, dd, h1, .prose, label") !== null;
    const targets = [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")];
    return targets
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !inSentence(element) && element.getBoundingClientRect().width > 1)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < size || height < size;
      })
      .map(
        (element) => `${element.outerHTML.slice(0, 120)} ${JSON.stringify(element.getBoundingClientRect())}`,
      );
  }, least);
}

test("going to another page moves the focus to its heading and reads its title out", async () => {
  await aDepartment({ name: "Law School" });
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  for (const [link, heading] of [
    ["Departments", "Departments"],
    ["Law School", "Law School"],
    ["Search", "Search"],
  ] as const) {
    await page.getByRole("link", { name: link, exact: true }).first().click();
    await expectHeading(page, heading);
    await expect.poll(focused).toBe(heading);
    await page
      .getByRole("status")
      .filter({ hasText: `${heading} · Corridor` })
      .waitFor({ state: "attached" });
    expect(await page.title()).toBe(`${heading} · Corridor`);
  }
});

test("the first Tab leads past the navigation to the content", async () => {
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/departments");
  await page.keyboard.press("Tab");
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
});

test.each([
  ["at a desk", 1280, 24],
  ["on a phone", 390, 24],
])("every target is large enough %s", async (_, width, least) => {
  const { id, person } = await anInsight({ body: "Lists #reading-lists #open-access" });
  const page = await browser.signedInAs(person, { width });
  for (const path of [
    "/",
    "/weeks",
    "/insights/new",
    `/insights/${id}`,
    "/search?tag=open-access",
    "/departments",
    "/me",
  ]) {
    await page.goto(path);
    await page.locator("main details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    expect(await smallTargets(page, least), path).toEqual([]);
  }
});
