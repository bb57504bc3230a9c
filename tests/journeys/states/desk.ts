import type { Page } from "playwright-core";
import { type State, unfoldAll } from "./state.ts";

export const deskStates: State[] = [
  ["the desk", "/desk", unfoldAll],
  ["the desk, nothing chosen", "/desk", countNothing],
  ["enquiries", "/desk/enquiries"],
  ["no enquiries", "/desk/enquiries?department=silence"],
  ["bringing in enquiries", "/desk/import"],
  ["a department's evidence", "/departments/everything/evidence", unfoldAll],
  ["no evidence yet", "/departments/silence/evidence"],
  ["a department's briefing", "/departments/everything/briefing"],
  ["nothing to brief about", "/departments/silence/briefing"],
  ["phrases and objections", "/reports/phrases", unfoldAll],
  ["a phrase refused", "/reports/phrases", addNothing],
];

async function countNothing(page: Page) {
  await page.getByRole("button", { name: "Save and next" }).click();
  await page.getByRole("alert").waitFor();
}

async function addNothing(page: Page) {
  await unfoldAll(page);
  await page.locator("#new-phrase-text").fill("!");
  await page.getByRole("button", { name: "Add a phrase" }).click();
  await page.getByRole("alert").waitFor();
}
