import { chromium } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "./axe.ts";
import { findBrowser } from "./browser-program.ts";

const looks = [
  { colorScheme: "light", forcedColors: "none", width: 1280, text: "100%" },
  { colorScheme: "dark", forcedColors: "none", width: 390, text: "100%" },
  { colorScheme: "light", forcedColors: "none", width: 320, text: "100%" },
  { colorScheme: "light", forcedColors: "none", width: 640, text: "200%" },
  { colorScheme: "light", forcedColors: "active", width: 1280, text: "100%" },
] as const;

/** HTML that stands by itself, a mail or a page of the server's own, breaks no rule in any look and scrolls no way but down. */
export async function expectAccessibleHtml(html: string): Promise<void> {
  const browser = await chromium.launch(await findBrowser());
  try {
    for (const { width, text, ...look } of looks) {
      const context = await browser.newContext({ ...look, viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.setContent(html);
      // A ground nobody coloured is the reader's own; axe would take it for white.
      await page.addStyleTag({ content: `html { font-size: ${text} } body { background: Canvas }` });
      await expectAccessible(page, JSON.stringify({ width, text, ...look }));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}
