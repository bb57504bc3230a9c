import type { Page } from "playwright-core";
import { password } from "#tests/people/people.ts";
import { type State, unfoldAll } from "./state.ts";

export const settingsStates: State[] = [
  ["settings", "/settings"],
  ["how it runs", "/settings/system"],
  ["taking everything out", "/settings/export"],
  ["services", "/settings/services"],
  ["the tree of departments", "/settings/departments"],
  ["a department's place and names", "/settings/departments/ppe"],
  ["what is handed over", "/settings/handovers"],
  [
    "a handover that lacks something",
    "/settings/handovers?department=ppe",
    async (page) => {
      await page.getByLabel("While they are away").check();
      await page.getByRole("button", { name: "Hand over" }).click();
      await page.getByRole("alert").waitFor();
    },
  ],
  ["tags", "/settings/tags"],
  ["a tag looked after", "/settings/tags/reading-lists"],
  ["words", "/settings/words", unfoldAll],
  ["words, begun with one searched for in vain", "/settings/words?words=kef"],
  ["a tag's history", "/settings/tags/reading-lists/history"],
  ["the channels' history", "/settings/channels/history"],
  ["words, one group to be changed, its effect shown", "/settings/words", showEffect],
  ["channels", "/settings/channels", unfoldAll],
  ["templates", "/settings/templates", unfoldAll],
  ["API keys", "/settings/api-keys", unfoldAll],
  ["an API key made", "/settings/api-keys", makeApiKey],
  ["an API key that lacks something", "/settings/api-keys", nameNoApiKey],
  ["an API key whose name was typed wrong", "/settings/api-keys", mistypeApiKey],
];

async function showEffect(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Change\s*: AI/ }).click();
  await page.getByRole("heading", { name: "Change these" }).waitFor();
  await page.getByRole("button", { name: "See what it changes" }).click();
  await page.getByText("What saving changes").waitFor();
}

async function makeApiKey(page: Page): Promise<void> {
  await page.getByLabel("Which program it is for").fill("Signage");
  await page.getByLabel("Whom it acts as").selectOption({ index: 1 });
  await page.getByLabel("Your own password").fill(password);
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByText("Copy this key now").waitFor();
}

async function nameNoApiKey(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByText("Nothing you typed is lost").waitFor();
}

async function mistypeApiKey(page: Page): Promise<void> {
  await page.getByText("Revoke: Reading lists").click();
  await page
    .getByRole("textbox", { name: /^To be sure/ })
    .first()
    .fill("reading list");
  await page.getByRole("button", { name: "Revoke for good" }).first().click();
  await page.getByText("it is open as before").first().waitFor();
}
