import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectFocus } from "#tests/support/browser-keys.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();

/** The form's own page, where the pickers arrive only when told to. */
async function withPickersHeld(): Promise<{ page: Page; arrive: () => void; asked: () => number }> {
  const page = await browser.signedInAs(await aPerson());
  let arrive = () => {};
  let asked = 0;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/combobox-[^/.]*\.js$/, async (route) => {
    if (/combobox-option/.test(route.request().url())) return route.fallback();
    asked += 1;
    await arrived;
    await route.fallback();
  });
  await page.goto("/insights/new", { waitUntil: "networkidle" });
  return { page, arrive, asked: () => asked };
}

test("the pickers are not fetched for a page that is only looked at", async () => {
  await aDepartment();
  const { page, arrive, asked } = await withPickersHeld();
  arrive();
  expect(asked()).toBe(0);
  await page.getByLabel("Department").first().focus();
  await page.locator("input[role=combobox][id=departments]").waitFor();
  await expect.poll(asked).toBe(1);
});

test("letters typed at the browser's own list before the picker has come are in it, and go on", async () => {
  const { name } = await aDepartment({ name: "School of Zymurgy" });
  const { page, arrive } = await withPickersHeld();
  await page.locator("select#departments").focus();
  await page.keyboard.type("zy");
  arrive();
  const box = page.locator("input[role=combobox]#departments");
  await expectFocus(box);
  await page.keyboard.type("mur");
  expect(await box.inputValue()).toBe("zymur");
  await page.getByRole("option", { name }).and(page.locator(":not(option)")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "Department: chosen" }).getByText(name).waitFor();
});

test("what was written of tags stays, with the caret where it stood", async () => {
  const { page, arrive } = await withPickersHeld();
  await page.locator("summary", { hasText: "More: tags" }).click();
  const plain = page.locator("input#tags");
  await plain.fill("loans, oping");
  await plain.evaluate((field: HTMLInputElement) => field.setSelectionRange(9, 9));
  arrive();
  const box = page.locator("input[role=combobox]#tags");
  await expectFocus(box);
  await page.keyboard.type("en");
  expect(await box.inputValue()).toBe("opening");
  await page.getByRole("list", { name: "Tags: chosen" }).getByText("loans").waitFor();
});
