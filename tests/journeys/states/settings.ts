import type { Page } from "playwright-core";
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
];

async function showEffect(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Change\s*: AI/ }).click();
  await page.getByRole("heading", { name: "Change these" }).waitFor();
  await page.getByRole("button", { name: "See what it changes" }).click();
  await page.getByText("What saving changes").waitFor();
}
