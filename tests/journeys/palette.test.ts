import { beforeAll, test } from "vitest";
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
