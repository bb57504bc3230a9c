import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** What a change of colours or of width alone can break. */
export type Rule = "color-contrast" | "target-size" | "scrollable-region-focusable";

/** No rule of WCAG 2.2 A and AA that a machine can judge is broken on this page as it stands; or only these, where all were judged before. */
export async function expectAccessible(
  page: Page,
  state = page.url(),
  only?: readonly Rule[],
): Promise<void> {
  const axe = new AxeBuilder({ page });
  // An open menu lies over the page for as long as it is wanted: what it covers is judged without it.
  if ((await page.locator("header details[open]").count()) > 0) axe.exclude("main");
  const { violations } = await (only ? axe.withRules([...only]) : axe.withTags(tags)).analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`,
  );
  expect(found, state).toEqual([]);
}
