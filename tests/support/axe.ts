import axe from "axe-core";
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
  // After a form sent without script its answer's words are there before its styles are.
  await page.waitForLoadState("load");
  const values = [...(only ?? tags)];
  const runOnly = only ? ({ type: "rule", values } as const) : ({ type: "tag", values } as const);
  // Once a document; no page has frames, so that it is run where it stands, without a second page to gather in.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  expect(await page.evaluate(findViolations, runOnly), state).toEqual([]);
}

/** Runs in the page. */
async function findViolations(runOnly: axe.RunOnly): Promise<string[]> {
  // An open menu lies over the page for as long as it is wanted: what it covers is judged without it.
  const exclude = document.querySelector("header details[open]") ? [["main"]] : [];
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
    { include: [["html"]], exclude },
    { runOnly, resultTypes: ["violations"] },
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`,
  );
}
