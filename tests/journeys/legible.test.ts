import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser, type View } from "#tests/support/browser.ts";
import { aFullLibrary, states } from "./every-state.ts";

const browser = useBrowser();
const rules = ["color-contrast", "target-size", "scrollable-region-focusable"] as const;

const looks: [look: string, view: View, change?: (page: Page) => Promise<unknown>][] = [
  ["by night", { colorScheme: "dark" }],
  ["with doubled text", {}, doubleText],
  ["in forced colours", { forcedColors: true }],
];

let library: Awaited<ReturnType<typeof aFullLibrary>>;
beforeAll(async () => {
  library = await aFullLibrary();
});

test.each(looks)(
  "%s every page in every state can be read, and fits to 320 px",
  { timeout: 180_000 },
  async (_, view, change) => {
    const page = await browser.signedInAs(library.reader, { ...view, expecting: [/status of 40[0-9]/] });
    for (const [state, path, act] of states) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path.replace("INSIGHT", library.insight));
      await change?.(page);
      await act?.(page);
      await expectAccessible(page, state, rules);
      for (const width of [1280, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, `${state} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
      }
      await expectAccessible(page, `${state}, 320 px wide`, rules);
    }
  },
);

function doubleText(page: Page) {
  return page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}
