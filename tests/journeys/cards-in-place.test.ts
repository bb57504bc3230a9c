import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading } from "#tests/support/browser-hands.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();

test("from one theme to another its insights come with its heading", async () => {
  const both = await anInsight({ body: "Open textbooks meet #alpha and #beta" });
  const onlyFirst = await anInsight({ body: "Only #alpha here" });
  const onlyOther = await anInsight({ body: "Only #beta here" });
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/tags/alpha");
  const shown = () => page.locator("article").evaluateAll((cards) => cards.map(({ id }) => id));
  expect((await shown()).sort()).toEqual([both.id, onlyFirst.id].sort());
  await page.locator(`article[id="${both.id}"]`).getByRole("link", { name: "#beta" }).first().click();
  await expectHeading(page, "beta");
  expect((await shown()).sort()).toEqual([both.id, onlyOther.id].sort());
  await page.goBack();
  await expectHeading(page, "alpha");
  expect((await shown()).sort()).toEqual([both.id, onlyFirst.id].sort());
});

test("what one pressed shows even where the script that changes the page in place does not come", async () => {
  const { id } = await anInsight();
  const page = await browser.signedInAs(await aPerson(), { expecting: [/Failed to fetch/, /ERR_FAILED/] });
  await page.goto("/");
  await page.route(/change-in-place/, (route) => route.abort());
  const card = page.locator(`article[id="${id}"]`);
  await card.getByRole("button", { name: "I've heard this too" }).click();
  await card.getByText(/Heard by 2 people/).waitFor();
  await card.getByRole("button", { name: "You've heard this too · undo" }).waitFor();
});
