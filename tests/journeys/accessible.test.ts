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

test("a broken rule would be found", async () => {
  const page = await browser.visitor();
  await page.goto("/sign-in");
  await page.evaluate(() => document.querySelector("label")?.remove());
  await expect(expectAccessible(page)).rejects.toThrow("sign-in");
});
