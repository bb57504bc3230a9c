import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser, type View } from "#tests/support/browser.ts";
import { expectHeading } from "#tests/support/browser-hands.ts";
import { expectFocus, expectVisibleFocus } from "#tests/support/browser-keys.ts";
import { aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();

async function at(path: string, view: View = {}): Promise<Page> {
  const page = await browser.signedInAs(await aPerson(), view);
  await page.goto(path);
  return page;
}

const text = (page: Page) => page.getByLabel("What did you hear?");
const dialog = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("c opens the box on the first page with the focus in the text, and writes no c", async () => {
  const page = await at("/");
  expect(await text(page).isVisible()).toBe(false);
  await page.keyboard.press("c");
  await expectVisibleFocus(page);
  await page.keyboard.type("coffee");
  expect(await text(page).inputValue()).toBe("coffee");
});

test("the pickers are not fetched before the box is opened", async () => {
  const page = await at("/");
  const fetched = () =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => /combobox/.test(name)).length,
    );
  expect(await fetched()).toBe(0);
  await page.keyboard.press("c");
  await page.locator("main input[role=combobox]").first().waitFor();
  expect(await fetched()).toBeGreaterThan(0);
});

test("c elsewhere leads to the form, and c there into its text", async () => {
  const page = await at("/departments");
  await page.keyboard.press("c");
  await expectHeading(page, "Post an insight");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("c");
  await expectFocus(text(page));
  await page.keyboard.type("heard");
  expect(await text(page).inputValue()).toBe("heard");
});

test("keys in a field, with another key or over an open dialog are left alone", async () => {
  const page = await at("/departments");
  await page.getByLabel("Search what colleagues know").focus();
  await page.keyboard.type("c?");
  expect(await page.getByLabel("Search what colleagues know").inputValue()).toBe("c?");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Alt+c");
  await page.keyboard.press("?");
  await dialog(page).waitFor();
  await page.keyboard.press("c");
  await page.keyboard.press("/");
  expect(new URL(page.url()).pathname).toBe("/departments");
  expect(await dialog(page).isVisible()).toBe(true);
});

test("? lists the shortcuts; Escape closes the list and gives the focus back", async () => {
  const page = await at("/");
  await page.getByRole("link", { name: "Search" }).first().focus();
  await page.keyboard.press("?");
  await dialog(page).waitFor();
  const keys: Record<string, number> = { "/": 1, c: 1, "?": 1, "Ctrl or ⌘": 2, Enter: 1, K: 1 };
  for (const [key, times] of Object.entries(keys))
    expect(await dialog(page).getByText(key, { exact: true }).count(), key).toBe(times);
  await expectAccessible(page, "the shortcuts' dialog open");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Search");
});

test("single keys are switched off in the dialog and on again on one's own page, for this browser", async () => {
  const page = await at("/");
  await page.keyboard.press("?");
  await dialog(page).getByLabel("Shortcuts of a single key").uncheck();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  for (const key of ["c", "/", "?"]) await page.keyboard.press(key);
  expect(await text(page).isVisible()).toBe(false);
  expect(await dialog(page).count()).toBe(0);

  await page.locator("header details summary").click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await dialog(page).waitFor();
  await page.keyboard.press("Escape");

  await page.goto("/me");
  await page.keyboard.press("c");
  expect(new URL(page.url()).pathname).toBe("/me");
  await page.locator("main").getByLabel("Shortcuts of a single key").check();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("c");
  await expectHeading(page, "Post an insight");
});

test("the dialog fits a phone and is legible by night", async () => {
  const page = await at("/", { width: 390, colorScheme: "dark" });
  await page.keyboard.press("?");
  await dialog(page).waitFor();
  const box = await dialog(page).boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  await expectAccessible(page, "the shortcuts' dialog on a phone, by night");
});
