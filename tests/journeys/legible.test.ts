import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser, type View } from "#tests/support/browser.ts";
import { addressIn, aFullLibrary, states } from "./every-state.ts";

const browser = useBrowser();
const rules = ["color-contrast", "target-size", "scrollable-region-focusable"] as const;

type Look = { view: View; change?: (page: Page) => Promise<unknown>; widths: number[] };

// Text of twice the size on 640 px has the room of 320. A reader's own setting moves the breakpoints with the text, which
// this cannot: between the two the rail would stand where for that reader it does not.
const looks: [name: string, look: Look][] = [
  ["by night", { view: { colorScheme: "dark" }, widths: [1280, 768, 390, 320] }],
  ["with doubled text", { view: {}, change: doubleText, widths: [1280, 640] }],
  ["in forced colours", { view: { forcedColors: true }, widths: [1280] }],
];

let library: Awaited<ReturnType<typeof aFullLibrary>>;
beforeAll(async () => {
  library = await aFullLibrary();
});

test.each(looks)(
  "every page in every state fits and can be read, %s",
  { timeout: 180_000 },
  async (_, look) => {
    const page = await browser.signedInAs(library.reader, { ...look.view, expecting: [/status of 40[0-9]/] });
    for (const [state, path, act] of states) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(addressIn(library, path));
      await look.change?.(page);
      await act?.(page);
      await expectAccessible(page, state, rules);
      for (const width of look.widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await standingOut(page), `${state} at ${width} px`).toEqual([]);
      }
      if (look.widths.length > 1) await expectAccessible(page, `${state}, narrow`, rules);
    }
  },
);

/** What makes the page scroll sideways. */
function standingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    return wide.map((element) => element.outerHTML.slice(0, 150));
  });
}

function doubleText(page: Page) {
  return page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}
