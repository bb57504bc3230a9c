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

test("a card's links and the navigation lead on in place; a press that asks for more is left to the browser", async () => {
  const about = await aDepartment();
  await anInsight({ body: "Moving their lists #reading-lists", departments: [about] });
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/");
  await page.getByRole("banner").waitFor();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const follow = async (name: string, path: string) => {
    await page.getByRole("link", { name, exact: true }).first().click();
    await page.waitForURL((url) => url.pathname === path);
    expect(await page.evaluate(() => "sameDocument" in window), name).toBe(true);
  };
  await follow("#reading-lists", "/tags/reading-lists");
  await page.getByRole("article").getByText("Moving their lists").waitFor();
  await follow(about.name, `/departments/${about.slug}`);
  await page.getByRole("article").getByText("Moving their lists").waitFor();
  await follow("This week", "/");
  await page.goBack();
  await expectHeading(page, about.name);
  // Any other press is the browser's own: the last to hear of it finds it untouched.
  const untouched = await page
    .getByRole("link", { name: "today" })
    .first()
    .evaluate((link) => {
      const found: boolean[] = [];
      const last = (event: Event) => {
        found.push(!event.defaultPrevented);
        event.preventDefault();
      };
      window.addEventListener("click", last);
      for (const how of [
        { ctrlKey: true },
        { metaKey: true },
        { shiftKey: true },
        { altKey: true },
        { button: 1 },
        {},
      ])
        link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...how }));
      return found;
    });
  expect(untouched).toEqual([true, true, true, true, true, false]);
});

test("the first Tab leads past the navigation to the content", async () => {
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/departments");
  await page.keyboard.press("Tab");
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
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
