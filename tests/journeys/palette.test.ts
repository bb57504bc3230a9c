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
  const informatics = await aDepartment({
    name: "School of Informatics",
    slug: "informatics",
    nicknames: ["Comp Sci"],
  });
  await anInsight({ departments: [informatics], body: "Comp Sci students want the silent floor" });
});

test("by keyboard alone: opened anywhere, found by nickname, chosen, and closed again", async () => {
  const page = await browser.signedInAs(reader);
  await page.goto("/tags");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: /^Go to/ });
  await box.waitFor();
  await expectAccessible(page, "the palette, opened");
  await box.pressSequentially("comp sci");
  const options = page.getByRole("dialog").getByRole("option");
  await options.filter({ hasText: "School of Informatics" }).first().waitFor();
  await options.filter({ hasText: "silent floor" }).waitFor();
  await expectAccessible(page, "the palette, with what it found");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/departments/informatics");
  await page.getByRole("heading", { level: 1, name: "School of Informatics" }).waitFor();
  await page.keyboard.press("Control+k");
  await box.waitFor();
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
});

test("what the arrow keys came to stays chosen when the answer to the last letters comes after them", async () => {
  const page = await browser.signedInAs(reader);
  await page.goto("/tags");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/search/names?q=comp+sci", async (route) => {
    await held;
    await route.continue();
  });
  // What is found besides comes with the last answer alone.
  await page.route(/\/search\/hits\?q=comp$/, (route) => route.fulfill({ json: [] }));
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: /^Go to/ });
  await box.pressSequentially("comp");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  const asked = page.waitForRequest("**/search/names?q=comp+sci");
  await box.pressSequentially(" sci");
  await asked;
  await page.keyboard.press("ArrowDown");
  const chosen = () => page.getByRole("dialog").getByRole("option", { selected: true }).allInnerTexts();
  expect(await chosen()).toEqual([expect.stringContaining("School of Informatics")]);
  answer();
  await page.getByRole("dialog").getByRole("option").filter({ hasText: "silent floor" }).waitFor();
  expect(await chosen()).toEqual([expect.stringContaining("School of Informatics")]);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/departments/informatics");
});

test("on a phone, in the dark: pages by name, and everything else by Enter", async () => {
  const page = await browser.signedInAs(reader, { width: 390, colorScheme: "dark" });
  await page.goto("/");
  await page.keyboard.press("Meta+k");
  const box = page.getByRole("combobox", { name: /^Go to/ });
  await box.fill("follow");
  await page.getByRole("option", { name: /What I follow/ }).waitFor();
  await expectAccessible(page, "the palette on a phone");
  await box.fill("silent floor");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=silent+floor");
  await page.getByRole("heading", { level: 1, name: "“silent floor”" }).waitFor();
  await page.getByRole("article").filter({ hasText: "silent floor" }).waitFor();
});

/** Refuses these words once, as whoever types faster than allowed is refused. */
async function refuseOnce(page: Page, words: string): Promise<() => boolean> {
  let isRefused = false;
  await page.route(`**/search/hits?q=${words}`, (route) => {
    if (isRefused) return route.continue();
    isRefused = true;
    return route.fulfill({ status: 429, headers: { "Retry-After": "1" }, body: "{}" });
  });
  return () => isRefused;
}

test("it says when neither question could be asked, and shows what fits once it may be", async () => {
  const page = await browser.signedInAs(reader, { expecting: [/ERR_FAILED/, /429/] });
  await page.goto("/tags");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: /^Go to/ });
  const dialog = page.getByRole("dialog");
  await page.route(/\/search\/(names|hits)\?/, (route) => route.abort());
  await box.pressSequentially("silent fl");
  await dialog.getByText("This could not be asked just now").first().waitFor();
  await expectAccessible(page, "the palette that could not ask");
  await page.unroute(/\/search\/(names|hits)\?/);
  const isRefused = await refuseOnce(page, "silent+floor");
  await box.pressSequentially("oor");
  await dialog.getByRole("option").filter({ hasText: "silent floor" }).waitFor();
  await dialog.getByText(/^Arrow keys to choose/).waitFor();
  await expect.poll(isRefused).toBe(true);
});

test("the box of every page catches up with what is typed after too many keys", async () => {
  const page = await browser.signedInAs(reader, { expecting: [/429/] });
  await page.goto("/departments");
  const isRefused = await refuseOnce(page, "silent+floor");
  await page.getByRole("combobox", { name: "Search what colleagues know" }).fill("silent floor");
  await page.getByRole("option").filter({ hasText: "silent floor" }).waitFor();
  await expect.poll(isRefused).toBe(true);
});
