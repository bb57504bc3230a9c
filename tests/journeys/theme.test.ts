import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf, viewFor, type Way } from "#tests/support/browser-hands.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const ways: Way[] = ["with the mouse", "by keyboard alone", "without script"];

/** How light the paper is, from 0 to 255, as it is drawn once its styles are there. */
async function lightness(page: Page): Promise<number> {
  await page.waitForLoadState("load");
  return page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = getComputedStyle(document.body)
      .backgroundColor.match(/[\d.]+/g)!
      .map(Number);
    return (red + green + blue) / 3;
  });
}

/** Presses it, and waits until the answer with the browser's cookie has come. */
async function choose(page: Page, press: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse((answer) => answer.request().method() === "POST");
  await press();
  await (await kept).allHeaders();
}

const pressed = (page: Page) => page.locator("main button[aria-pressed=true]").innerText();

test.each(ways)(
  "dark is chosen against a light system, kept, and left to the system again, %s",
  async (way) => {
    await anInsight({ departments: [await aDepartment()] });
    const page = await browser.signedInAs(await aPerson(), { ...viewFor[way], colorScheme: "light" });
    const hands = handsOf(page, way);
    await page.goto("/me");
    expect(await pressed(page)).toBe("As the system is");
    expect(await lightness(page)).toBeGreaterThan(200);

    await choose(page, () => hands.press("Dark"));
    await page.locator("button[aria-pressed=true]", { hasText: "Dark" }).waitFor();
    expect(await lightness(page)).toBeLessThan(60);

    // No flash: it stands in the document itself, before any script or style has run.
    const answer = await page.goto("/");
    expect(await answer?.text()).toMatch(/<html[^>]* data-theme="dark"/);
    expect(await lightness(page)).toBeLessThan(60);
    if (way !== "without script") await expectAccessible(page, `dark by choice, ${way}`);

    await page.goto("/me");
    await choose(page, () => hands.press("As the system is"));
    await page.locator("button[aria-pressed=true]", { hasText: "As the system is" }).waitFor();
    expect(await lightness(page)).toBeGreaterThan(200);
    expect(await (await page.goto("/"))?.text()).not.toContain("data-theme");
  },
);

test("light is chosen against a dark system, stays after signing out and on pages of errors, and goes with moves", async () => {
  const view = { colorScheme: "dark" as const, expecting: [/status of 404/] };
  const page = await browser.signedInAs(await aPerson(), view);
  await page.goto("/me");
  expect(await lightness(page)).toBeLessThan(60);
  await choose(page, () => page.getByRole("button", { name: "Light" }).click());
  await expect.poll(() => lightness(page)).toBeGreaterThan(200);
  await page.getByRole("link", { name: "Departments" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Departments" }).waitFor();
  expect(await lightness(page)).toBeGreaterThan(200);
  await page.goto("/nowhere");
  expect(await lightness(page)).toBeGreaterThan(200);
  await page.locator("header details summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Password").waitFor();
  await expect.poll(() => lightness(page)).toBeGreaterThan(200);
  await expectAccessible(page, "signing in, light by choice");
});

test("whoever wants less motion has the other colours at once, not on the way there", async () => {
  const page = await browser.signedInAs(await aPerson(), { colorScheme: "light" });
  await page.goto("/me");
  const paper = await page.evaluate(() => {
    const colour = () => getComputedStyle(document.body).backgroundColor;
    const light = colour();
    document.documentElement.dataset.theme = "dark";
    return { light, atOnce: colour(), running: document.getAnimations().length };
  });
  expect(paper.atOnce).not.toBe(paper.light);
  expect(paper.running).toBe(0);
});

test("what is printed is light, whatever was chosen", async () => {
  const page = await browser.signedInAs(await aPerson(), { colorScheme: "dark" });
  await page.goto("/me");
  await page.getByRole("button", { name: "Dark" }).click();
  await page.locator("html[data-theme=dark]").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  // Chromium draws anew for the printer a moment later.
  await page.waitForFunction(() => {
    const ink = getComputedStyle(document.body).color.match(/\d+/g)?.map(Number) ?? [255];
    return Math.max(...ink) < 80;
  });
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
});
