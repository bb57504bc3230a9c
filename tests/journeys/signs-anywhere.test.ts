import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
let reader: Person;

beforeAll(async () => {
  reader = await aPerson({ name: "Tom Reader" });
  const informatics = await aDepartment({ name: "School of Informatics", slug: "informatics" });
  await anInsight({ person: reader, departments: [informatics], body: "They want the silent floor" });
});

const top = (page: Page) => page.getByRole("banner").locator("input[name=q]");
const option = (page: Page, name: RegExp) => page.getByRole("option", { name });
const parameters = (page: Page) => [...new URL(page.url()).searchParams].map((pair) => pair.join("="));

test("in the box of any page a sign is finished from the keyboard and becomes a filter; its script comes with the sign", async () => {
  const page = await browser.signedInAs(reader);
  await page.goto("/tags?by=nothing");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const box = top(page);
  await box.pressSequentially("silent");
  await option(page, /silent floor/).waitFor();
  const isPicker = (path: string) => path.includes("sign-picker") || path === "/search/choices";
  expect(asked.filter(isPicker)).toEqual([]);
  await box.pressSequentially(" in:infor");
  await option(page, /School of Informatics/).waitFor();
  await expect.poll(() => page.getByRole("option").count()).toBe(1);
  await expect.poll(() => box.getAttribute("aria-expanded")).toBe("true");
  await expectAccessible(page, "a sign in the box of another page");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?**");
  expect(parameters(page)).toEqual(["q=silent", "department=informatics"]);
  await page.getByRole("article").filter({ hasText: "silent floor" }).waitFor();
  await expect.poll(() => box.inputValue()).toBe("silent");
});

test("after a sign is left alone, insights are offered as before", async () => {
  const page = await browser.signedInAs(reader);
  await page.goto("/tags");
  const box = top(page);
  await box.pressSequentially("by:tom");
  await option(page, /Tom Reader/).waitFor();
  await page.keyboard.press("Escape");
  await option(page, /Tom Reader/).waitFor({ state: "detached" });
  await box.fill("silent");
  await option(page, /silent floor/).waitFor();
  await page.keyboard.press("ArrowDown");
  expect(await box.getAttribute("aria-activedescendant")).not.toBeNull();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/insights/*");
});

test.each([1280, 390])(
  "the palette offers the same, %i px wide: Escape closes the list first",
  async (width) => {
    const page = await browser.signedInAs(reader, { width });
    await page.goto("/departments/informatics");
    await page.keyboard.press("Control+k");
    const box = page.getByRole("dialog").getByRole("combobox");
    await box.pressSequentially("floor by:tom");
    await option(page, /Tom Reader/).waitFor();
    await expectAccessible(page, "a sign in the palette");
    await page.keyboard.press("Escape");
    await option(page, /Tom Reader/).waitFor({ state: "detached" });
    await box.waitFor();
    // Elsewhere in the line: where it was closed it stays closed.
    await box.fill("silent floor by:to");
    await option(page, /Tom Reader/).click();
    await page.waitForURL("**/search?**");
    expect(parameters(page)).toEqual(["q=silent floor", `person=${reader.handle}`]);
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
);
