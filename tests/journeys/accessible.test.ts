import { describe, expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";

const browser = useBrowser();

describe.each([1280, 390])("signing in, %s px wide", (width) => {
  test("breaks no rule", async () => {
    const page = await browser.visitor({ width, expecting: [/status of 400/] });
    await page.goto("/sign-in");
    await expectAccessible(page, "signing in");
    await page.getByLabel("E-mail address").fill("nobody@library.example");
    await page.getByLabel("Password").fill("wrong, and long");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, "refused");
  });
});

test("who cannot sign in reads about accessibility, and whom to tell", async () => {
  const page = await browser.visitor({ width: 390 });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Accessibility" }).click();
  await page.getByRole("heading", { name: "Accessibility", level: 1 }).waitFor();
  await expectAccessible(page, "about accessibility");
});

test("a broken rule would be found", async () => {
  const page = await browser.visitor();
  await page.goto("/sign-in");
  await page.evaluate(() => document.querySelector("label")?.remove());
  await expect(expectAccessible(page)).rejects.toThrow("sign-in");
});
