import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const furthest = 150;

/** Presses Tab until this has the focus, as somebody without a mouse would, and sees that it shows. */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  const element = await target.elementHandle();
  for (let presses = 0; presses <= furthest; presses++) {
    if (await element?.evaluate((wanted) => wanted === document.activeElement)) {
      await expectVisibleFocus(page);
      return presses;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${furthest} presses of Tab do not reach ${target}`);
}

/** This has the focus, or has it in a moment: it is put there after what brings it can be seen. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** The focus is drawn, and nothing that stays on the screen covers it. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return { ring: false, uncovered: false };
    const drawn = (element: Element | null): boolean => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    // A picker draws the ring round its box and chips together.
    const ring = drawn(focused) || drawn(focused.parentElement);
    const { x, y, width, height } = focused.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + Math.min(height, innerHeight - y) / 2);
    const uncovered = top !== null && (focused.contains(top) || top.contains(focused));
    return { ring, uncovered };
  });
  expect(seen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300))).toEqual({
    ring: true,
    uncovered: true,
  });
}

/** Counts the keys pressed on a page from now on. */
export async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = { keys: 0 };
    Object.assign(window, { counter });
    // Pickers send keys on to their options: only the person's own count.
    document.addEventListener("keydown", ({ isTrusted }) => isTrusted && counter.keys++, true);
  });
  return () => page.evaluate(() => (window as unknown as { counter: { keys: number } }).counter.keys);
}
