import type { Page } from "playwright-core";
import { expect } from "vitest";

/** How many pages of A4 a page prints on. */
export async function printedPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
