import type { Page } from "playwright-core";

/** A page in one of its states: its name, its address, and how to bring it there. */
export type State = [state: string, path: string, act?: (page: Page) => Promise<unknown>];

export function unfoldAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("main details")) details.open = true;
  });
}
