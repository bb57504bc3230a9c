import type { Page } from "playwright-core";
import type { State } from "./state.ts";

export const accountStates: State[] = [
  ["this week, the account menu open", "/", openMenu],
  ["this week, the shortcuts listed", "/", listShortcuts],
  ["my account", "/me"],
  ["what I follow", "/me/following"],
  ["what I was told", "/notifications"],
  ["nothing older that I was told", "/notifications?before=1"],
  ["what I want to be told", "/me/notifications"],
  ["how the weekly mail comes", "/me/weekly-mail"],
  ["feeds", "/me/feeds"],
  ["a feed's key made", "/me/feeds", makeFeedKey],
  ["a feed's key without a name", "/me/feeds", nameNoFeedKey],
  ["about accessibility", "/about/accessibility"],
  ["signing in over somebody", "/sign-in?switch=1"],
  ["a link to set up with that opens nothing", "/first-run/nothing"],
  ["nothing here", "/nowhere"],
];

function openMenu(page: Page) {
  return page.locator("header details summary").click();
}

async function listShortcuts(page: Page) {
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
}

async function makeFeedKey(page: Page) {
  await page.getByLabel("What it is for").fill("Feed reader");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByText("Copy these addresses now").waitFor();
}

async function nameNoFeedKey(page: Page) {
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByText("Say what the key is for").waitFor();
}
