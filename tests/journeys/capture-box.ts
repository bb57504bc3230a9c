import type { Locator, Page } from "playwright-core";
import { handsOf, type Way } from "#tests/support/browser-hands.ts";

/** The line to which the box on the first page is closed. */
export function captureLine(page: Page): Locator {
  return page.locator("main [aria-keyshortcuts=c]");
}

/** Opens the box; without script its line leads to the form's own page. */
export async function openCaptureBox(page: Page, way: Way = "with the mouse"): Promise<void> {
  const hands = handsOf(page, way);
  if (way === "without script") await hands.follow("What did you hear?");
  else await hands.press("What did you hear?");
}
