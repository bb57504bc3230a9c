import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { offerFirstRun } from "#app/people/first-run-link.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";

const browser = useBrowser({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

test("the page that makes a library one's own is for everybody's eyes and hands, and does it", async () => {
  const path = `/first-run/${await offerFirstRun()}`;
  const night = await browser.visitor({ width: 320, colorScheme: "dark" });
  await night.goto(path);
  await expectAccessible(night, "by night, narrow");
  expect(await night.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const page = await browser.visitor({ expecting: [/status of 400/] });
  await page.goto(path);
  await expectAccessible(page);
  await fill(page, "short");
  await page.getByRole("link", { name: "A password has at least 12 characters" }).waitFor();
  await expectAccessible(page, "with a problem");
  expect(await page.getByLabel("Your name").inputValue()).toBe("Ruth Bell");
  await fill(page, "a long way from the desk");
  await page.getByText("The library is yours.").waitFor();
  await expect.poll(() => new URL(page.url()).pathname).toBe("/");
});

async function fill(page: Page, password: string): Promise<void> {
  await page.getByLabel("Name of the library").fill("Bell Chambers Library");
  await page.getByLabel("Your name").fill("Ruth Bell");
  await page.getByLabel("E-mail address you sign in with").fill("ruth@bell.example");
  await page.getByLabel("Your team").fill("Enquiries");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make it ours" }).click();
}
