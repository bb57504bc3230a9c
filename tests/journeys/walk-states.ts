import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { type TestBrowser, useBrowser, type View } from "#tests/support/browser.ts";
import { addressIn, aFullLibrary, type FullLibrary } from "./a-full-library.ts";
import { everyState, keepNoDrafts } from "./every-state.ts";
import type { State } from "./states/state.ts";

const walkers = 3;

/** What a change of colours or of width alone can break. */
const rules = ["color-contrast", "target-size", "scrollable-region-focusable"] as const;
const expecting = [/status of 40[0-9]/];

/**
 * Walks through every third room's states, from this one on: in a file each, so that they are walked side by side. Each
 * state is judged by every rule in the light, and by what colours and widths can break in every other look.
 */
export function walkStates(first: 0 | 1 | 2): void {
  const browser = useBrowser();
  let library: FullLibrary;
  beforeAll(async () => {
    library = await aFullLibrary();
  });
  const own = everyState.filter((_, at) => at % walkers === first);

  describe.each(own)("%s", (_, states) => {
    test("no state breaks a rule, by day, by night, in forced colours, narrow, with doubled text", {
      timeout: 300_000,
    }, async () => {
      const page = await reading(browser, library, { width: 1280 });
      for (const state of states) {
        await bringInto(page, library, state);
        await expectAccessible(page, state[0]);
        await judgeByNight(page, state[0]);
        await judgeForcedColours(page, state[0]);
        await judgeDoubledText(page, state[0]);
      }
    });

    test("no state breaks a rule on a phone", { timeout: 300_000 }, async () => {
      const page = await reading(browser, library, { width: 390 });
      for (const state of states) {
        await bringInto(page, library, state);
        await expectAccessible(page, state[0]);
      }
    });
  });
}

async function reading(browser: TestBrowser, library: FullLibrary, view: View): Promise<Page> {
  const page = await browser.signedInAs(library.reader, { ...view, expecting });
  await keepNoDrafts(page);
  return page;
}

async function bringInto(page: Page, library: FullLibrary, [, path, act]: State): Promise<void> {
  await page.goto(addressIn(library, path));
  await act?.(page);
}

async function judgeByNight(page: Page, state: string): Promise<void> {
  await choose(page, "dark");
  await expectAccessible(page, `${state}, by night`, rules);
  for (const width of [1280, 768, 390, 320]) await expectToFit(page, width, state);
  await expectAccessible(page, `${state}, narrow, by night`, rules);
  await page.setViewportSize({ width: 1280, height: 900 });
  await choose(page, "light");
}

/** The system chooses the colours, by a media query alone: nothing is loaded or said otherwise, so that the page need not be. */
async function judgeForcedColours(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ forcedColors: "active" });
  expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
  await expectAccessible(page, `${state}, in forced colours`, rules);
  await page.emulateMedia({ forcedColors: "none" });
}

/** As whoever chooses it on their own page; at once, for what stands outside the window would change only when it is seen. */
function choose(page: Page, theme: "dark" | "light"): Promise<void> {
  return page.evaluate(async (chosen) => {
    const atOnce = new CSSStyleSheet();
    atOnce.replaceSync("*, ::before, ::after { transition: none !important; }");
    document.adoptedStyleSheets = [atOnce];
    document.documentElement.dataset.theme = chosen;
    await new Promise(requestAnimationFrame);
  }, theme);
}

async function judgeDoubledText(page: Page, state: string): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  // Twice the size on 640 px has the room of 320. A reader's own setting moves the breakpoints with the text, which
  // this cannot: between the two the rail would stand where for that reader it does not.
  for (const width of [1280, 640]) {
    await expectToFit(page, width, `${state}, with doubled text`);
    await expectAccessible(page, `${state}, with doubled text at ${width} px`, rules);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Nothing makes the page scroll sideways. */
async function expectToFit(page: Page, width: number, state: string): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const standingOut = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    return wide.map((element) => element.outerHTML.slice(0, 150));
  });
  expect(standingOut, `${state} at ${width} px`).toEqual([]);
}
