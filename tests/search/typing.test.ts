import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const label = "Search what colleagues know";

async function aLibrary(): Promise<{ word: string }> {
  const informatics = await aDepartment({ name: "School of Informatics", nicknames: ["Comp Sci"] });
  const history = await aDepartment({ name: "Department of History" });
  const word = `w${crypto.randomUUID().replaceAll("-", "")}`;
  await anInsight({
    departments: [informatics],
    body: `They want ${word} overnight.`,
    sent: { kind: "need" },
  });
  await anInsight({ departments: [history], body: `Nobody has asked about ${word}.` });
  return { word };
}

const options = (page: Page) => page.getByRole("option");

test("on any page hits are offered as one types, and chosen by the keyboard alone", async () => {
  const { word } = await aLibrary();
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/departments");
  const box = page.getByRole("combobox", { name: label });
  await box.waitFor();
  await page.keyboard.press("/");
  expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await box.getAttribute("aria-expanded")).toBe("false");

  await page.keyboard.type(`informatics ${word.slice(0, 20)}`);
  await options(page).first().waitFor();
  await expect.poll(() => box.getAttribute("aria-expanded")).toBe("true");
  expect(await options(page).first().innerText()).toContain("School of Informatics");
  await page.getByText(/insights? below: arrow keys to choose/).waitFor();
  await expectAccessible(page, "hits under the box");

  await page.keyboard.press("ArrowDown");
  await page.locator("[role=option][aria-selected=true]").waitFor();
  expect(await options(page).first().getAttribute("aria-selected")).toBe("true");
  const first = await options(page).first().getAttribute("id");
  await expect.poll(() => box.getAttribute("aria-activedescendant")).toBe(first);
  await page.keyboard.press("Escape");
  await options(page).first().waitFor({ state: "hidden" });
  expect(await box.inputValue()).toContain(word.slice(0, 20));

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/insights\//);
  await page.getByRole("heading", { level: 1 }).waitFor();
});

test("Enter leads to all results, and these answer as one types on", async () => {
  const { word } = await aLibrary();
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/departments");
  await page.getByRole("combobox", { name: label }).fill(word);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/search?q=${word}`);
  await page.getByRole("article").nth(1).waitFor();

  await page.getByLabel(label).press("End");
  await page.keyboard.type(" overnight");
  await page.getByRole("heading", { level: 1, name: `“${word} overnight”` }).waitFor();
  await page.waitForURL((url) => url.searchParams.get("q") === `${word} overnight`);
  expect(await page.getByLabel(label).inputValue()).toBe(`${word} overnight`);
  await page
    .getByRole("status")
    .filter({ hasText: `insights for ${word} overnight` })
    .waitFor();
  // Typing replaces its own entry of the history: back is where the search began.
  await page.goBack();
  await page.waitForURL("**/departments");
});

test("answers that are overtaken never replace newer ones, however slowly they come", async () => {
  const { word } = await aLibrary();
  const page = await browser.signedInAs(await aPerson());
  const held: (() => void)[] = [];
  await page.route("**/search/hits?*", async (route) => {
    const isWhole = new URL(route.request().url()).searchParams.get("q") === word;
    const answer = await route.fetch().catch(() => undefined);
    if (!isWhole) await new Promise<void>((resolve) => held.push(resolve));
    if (answer) await route.fulfill({ response: answer }).catch(() => {});
  });
  await page.goto("/departments");
  const box = page.getByRole("combobox", { name: label });
  await box.waitFor();
  await box.pressSequentially("nobody");
  await box.fill(word);
  await options(page).nth(1).waitFor();
  const offered = await options(page).allInnerTexts();
  for (const release of held) release();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(await options(page).allInnerTexts()).toEqual(offered);
});

test("single keys can be switched off, and are not taken from a field", async () => {
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/insights/new");
  const text = page.locator("textarea").first();
  await page.getByRole("combobox", { name: label }).waitFor();
  await text.fill("1");
  await text.press("End");
  await page.keyboard.type("/2");
  expect(await text.inputValue()).toBe("1/2");
  await text.blur();
  await page.evaluate(() => localStorage.setItem("corridor-shortcuts", "off"));
  await page.keyboard.press("/");
  const isIn = () => page.getByLabel(label).evaluate((box) => box === document.activeElement);
  expect(await isIn()).toBe(false);
  await page.evaluate(() => localStorage.removeItem("corridor-shortcuts"));
  await page.keyboard.press("/");
  expect(await isIn()).toBe(true);
});

test.each([
  [390, true],
  [390, false],
  [1280, false],
])("filters count, narrow and widen at %s px, script: %s", async (width, javaScript) => {
  const { word } = await aLibrary();
  const page = await browser.signedInAs(await aPerson(), { width, javaScript });
  await page.goto(`/search?q=${word}`);
  const unfold = async () => {
    const fold = page.locator("details", { has: page.locator("summary", { hasText: "Filters" }) }).first();
    if (width < 600 && (await fold.getAttribute("open")) === null)
      await fold.locator("summary").first().click();
  };
  await unfold();
  const value = (name: RegExp) => page.getByRole("link", { name });
  await value(/^Need 1 insight/).click();
  await page.getByRole("link", { name: "Remove filter: Need" }).waitFor();
  expect(await page.getByRole("article").count()).toBe(1);
  await unfold();
  await value(/^Observation 1 insight/).click();
  await page.getByRole("link", { name: "Remove filter: Observation" }).waitFor();
  expect(await page.getByRole("article").count()).toBe(2);
  await unfold();
  await page.getByRole("link", { name: "Last month" }).click();
  await page.getByRole("link", { name: "Remove filter: Last month" }).waitFor();
  expect(new URL(page.url()).searchParams.get("from")).toMatch(/^\d{4}-\d{2}-01$/);
  if (javaScript) await expectAccessible(page, "no results, three filters");
});

test("months are chosen without script, and a nickname says where it matched", async () => {
  await aLibrary();
  const page = await browser.signedInAs(await aPerson(), { javaScript: false });
  await page.goto("/search?q=comp+sci");
  await page.getByText("matched department: Comp Sci").first().waitFor();
  await page.locator("summary:visible", { hasText: "By month" }).click();
  await page.getByLabel("From month").and(page.locator(":visible")).fill("2020-02");
  await page.getByLabel("To month").and(page.locator(":visible")).fill("2020-02");
  await page.getByRole("button", { name: "Show these months" }).click();
  await page.getByRole("link", { name: "Remove filter: until 29 February 2020" }).waitFor();
  expect(await page.getByRole("link", { name: "Remove filter: from 1 February 2020" }).count()).toBe(1);
});

test("results in place are those of what was typed last", async () => {
  const { word } = await aLibrary();
  const page = await browser.signedInAs(await aPerson());
  const late: (() => void)[] = [];
  await page.route("**/search/hits?*", async (route) => {
    const answer = await route.fetch().catch(() => undefined);
    if (new URL(route.request().url()).searchParams.get("q") !== `${word} overnight`) {
      await new Promise<void>((resolve) => late.push(resolve));
    }
    if (answer) await route.fulfill({ response: answer }).catch(() => {});
  });
  await page.goto("/search?q=nothing-of-the-kind");
  await page.getByText("Nothing found").waitFor();
  const box = page.getByLabel(label);
  await box.fill(word.slice(0, 5));
  await box.fill(`${word} overnight`);
  await page.getByRole("heading", { level: 1, name: `“${word} overnight”` }).waitFor();
  const shown = await page.getByRole("article").first().innerText();
  for (const release of late) release();
  await page.waitForURL((url) => url.searchParams.get("q") === `${word} overnight`);
  expect(await page.getByRole("article").first().innerText()).toBe(shown);
  expect(await box.inputValue()).toBe(`${word} overnight`);
});
