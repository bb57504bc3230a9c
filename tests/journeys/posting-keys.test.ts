import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf } from "#tests/support/browser-hands.ts";
import { countKeys, expectFocus, expectVisibleFocus } from "#tests/support/browser-keys.ts";
import { aDepartment, anInsight } from "#tests/support/factories.ts";
import { captureLine } from "./capture-box.ts";

const browser = useBrowser();

/** A page on which everything is written but nothing posted yet. */
async function writing(text: string): Promise<{ page: Page; slug: string }> {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const { name, slug } = await aDepartment();
  const page = await browser.signedInAs(person);
  const hands = handsOf(page, "by keyboard alone");
  await page.goto("/insights/new");
  await hands.write("What did you hear?", text);
  await hands.pick("Department", name, name);
  return { page, slug };
}

test("a double click on Post makes one insight", async () => {
  const { page, slug } = await writing("Clicked twice.");
  await page.getByRole("button", { name: "Post insight" }).dblclick();
  await page.getByText("Posted. Thank you.").waitFor();
  await page.goto(`/departments/${slug}`);
  expect(await page.getByRole("article").count()).toBe(1);
});

test("Ctrl+Enter in the text posts, Enter is a new line", async () => {
  const { page, slug } = await writing("One line");
  await page.getByLabel("What did you hear?").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("and another");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Posted. Thank you.").waitFor();
  await page.goto(`/departments/${slug}`);
  expect(await page.getByRole("article").innerText()).toContain("and another");
});

test("Enter in the department field posts when no list is open", async () => {
  const { page } = await writing("Heard and posted.");
  expect(await page.getByRole("listbox").count()).toBe(0);
  await page.getByRole("combobox", { name: "Department" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Posted. Thank you.").waitFor();
});

test("a sentence about one department is posted from the first page in few keys beside its own letters", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  await aDepartment({ name: "School of Zoology", nicknames: ["Zoo"] });
  const page = await browser.signedInAs(person);
  await page.goto("/");
  const keys = await countKeys(page);
  const began = performance.now();

  // Here a mouse or a finger would press once; from the top of the page Tab leads there too.
  await captureLine(page).focus();
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expectFocus(page.getByLabel("What did you hear?"));
  const sentence = "They want longer loans over the summer.";
  await page.keyboard.type(sentence);
  // Whoever types by hand is slower than the fields, be it the plain list or the picker.
  await page.getByRole("combobox", { name: "Department" }).waitFor();
  await page.keyboard.press("Tab");
  // The picker that takes the plain list's place takes its focus too.
  await page.locator("main input[role=combobox]:focus").waitFor();
  await page.keyboard.type("zoo");
  await page.getByRole("option", { name: "School of Zoology" }).waitFor();
  await page.keyboard.press("Enter");
  const before = await keys();
  await page.keyboard.press("Enter");
  await page.getByText("Posted. Thank you.").waitFor();

  const beside = before + 1 - sentence.length;
  console.log(`posting: ${beside} keys beside the sentence, ${Math.round(performance.now() - began)} ms`);
  expect(beside).toBeLessThanOrEqual(7);
});

test("Tab pressed before the rest of the form has come leads to its first field once it is there", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const { name } = await aDepartment();
  const page = await browser.signedInAs(person);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/insights/choices", (route) => held.then(() => route.continue()));
  await page.goto("/");
  await page.waitForFunction(
    () => document.querySelector("main [aria-keyshortcuts=c][role=button]") !== null,
  );
  await page.keyboard.press("c");
  await page.keyboard.type("They want longer loans.");
  await page.keyboard.press("Tab");
  await page.locator("#coming:focus", { hasText: "The rest of the form is coming" }).waitFor();
  await expectVisibleFocus(page);
  release();
  await page.locator("main input[role=combobox]:focus").waitFor();
  await page.keyboard.type(name);
  await page.getByRole("option", { name }).waitFor();
});
