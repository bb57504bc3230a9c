import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();

test.each([true, false])("on a card in a list one press adds my voice, script: %s", async (javaScript) => {
  const { id } = await anInsight();
  const page = await browser.signedInAs(await aPerson(), { javaScript });
  await page.goto("/");
  const card = page.locator(`article[id="${id}"]`);
  await card.getByRole("button", { name: "I've heard this too" }).press("Enter");
  const undo = page.getByRole("button", { name: "You've heard this too · undo" });
  await undo.waitFor();
  if (!javaScript) return;

  await card.getByText(/Heard by 2 people in 2 teams/).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await card.getByText("Your voice is added.").waitFor({ state: "attached" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("undo");
  await page.reload();
  await undo.press("Enter");
  await card.getByRole("button", { name: "I've heard this too" }).waitFor();
  await card.getByText(/Heard by 2 people/).waitFor({ state: "detached" });
});

test("when it cannot be sent, its card says so, and the same press does it a moment later", async () => {
  const { id } = await anInsight();
  const page = await browser.signedInAs(await aPerson(), { expecting: [/Failed to fetch/, /ERR_FAILED/] });
  await page.goto("/");
  const card = page.locator(`article[id="${id}"]`);
  await page.route(/\/talk/, (route) => route.abort());
  await card.getByRole("button", { name: "I've heard this too" }).click();
  await card.getByRole("alert").waitFor();
  await page.unroute(/\/talk/);
  await card.getByRole("button", { name: "I've heard this too" }).click();
  await card.getByText(/Heard by 2 people/).waitFor();
  expect(await card.getByRole("alert").count()).toBe(0);
});
