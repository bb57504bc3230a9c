import { expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
// What is typed is searched for at every pause: on a slow machine one page overtakes another that is still coming.
const expecting = [/BodyStreamBuffer was aborted/];
const label = "Search what colleagues know";

async function aLibrary() {
  const informatics = await aDepartment({ name: "School of Informatics", nicknames: ["Comp Sci"] });
  const reader = await aPerson();
  await anInsight({ departments: [informatics], body: "Wagtails nest in the yard" });
  await anInsight({ body: "Wagtails elsewhere" });
  return { informatics, reader };
}

test("a sign begun in the box offers what it can be followed by, and what the keyboard chooses is a filter to take off", async () => {
  const { informatics, reader } = await aLibrary();
  const page = await browser.signedInAs(reader, { expecting });
  await page.goto("/search?q=wagtails");
  const box = page.getByLabel(label);
  await box.click();
  await page.getByRole("combobox", { name: label }).waitFor();
  await box.press("End");
  await page.keyboard.type(" in:comp");
  const option = page.getByRole("option", { name: /School of Informatics/ });
  await option.waitFor();
  await expectAccessible(page, "departments under the box");
  await page.getByText(/1 \w+ below: School of Informatics/).waitFor();
  const offered = await option.getAttribute("id");
  await expect.poll(() => box.getAttribute("aria-activedescendant")).toBe(offered);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.search === `?q=wagtails&department=${informatics.slug}`);
  const chip = page.getByRole("list", { name: "Filters in force" }).getByRole("link");
  await chip.waitFor();
  expect(await box.inputValue()).toBe("wagtails");
  expect(await page.getByRole("article").count()).toBe(1);
  await chip.click();
  await page.waitForURL((url) => url.search === "?q=wagtails");
});

test("by touch: a filter's name writes its sign, the list opens, and a tap chooses; Escape leaves what was written", async () => {
  const { reader } = await aLibrary();
  const page = await browser.signedInAs(reader, { width: 390, expecting });
  await page.goto("/search?q=wagtails");
  const box = page.getByLabel(label);
  await box.focus();
  await page.getByRole("combobox", { name: label }).waitFor();
  await page.locator("summary", { hasText: "Filters" }).click();
  await page.getByRole("list", { name: "Add a filter" }).getByRole("link", { name: "Colleague" }).click();
  await page.getByRole("option", { name: reader.name }).waitFor();
  expect(await box.inputValue()).toBe("wagtails by:");
  await page.keyboard.press("Escape");
  await page.getByRole("option").first().waitFor({ state: "hidden" });
  await page.keyboard.type(reader.handle.slice(0, 5));
  await box.press("End");
  await page.getByRole("list", { name: "Add a filter" }).getByRole("link", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Need" }).click();
  await page.waitForURL((url) => url.searchParams.get("kind") === "need");
});
