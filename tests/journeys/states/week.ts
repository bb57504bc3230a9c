import type { Page } from "playwright-core";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { type State, unfoldAll } from "./state.ts";

const monday = mondayOf(dayIn("Europe/London", new Date()));
const week = `/weeks/${weekName(monday)}`;

export const weekStates: State[] = [
  ["this week", "/"],
  ["this week, unfolded", week, unfoldAll],
  ["a quiet week", `/weeks/${weekName(daysAfter(monday, -70))}`],
  ["all weeks", "/weeks"],
  ["the weeks of a year", `/weeks?year=${new Date().getFullYear()}`],
  ["this week to print", `${week}/print?with=mine`],
  ["the editor’s desk", `${week}/edit`, unfoldAll],
  ["the editor’s desk, something picked and a test sent", `${week}/edit`, pickAndSend],
  ["the mail as an unknown colleague would get it", `${week}/edit?as=nobody-here`],
  ["the weekly mail stopped or not", "/mail/weekly/MAILTOKEN"],
  ["the weekly mail's choice saved", "/mail/weekly/MAILTOKEN?saved=1"],
];

async function pickAndSend(page: Page) {
  if ((await page.getByLabel("Why, in a sentence").count()) === 0) {
    await page.locator("summary", { hasText: /^Pick from/ }).click();
    await page
      .getByRole("button", { name: /^Pick / })
      .first()
      .click();
  }
  await page.getByLabel("Why, in a sentence").first().waitFor();
  await page.getByRole("button", { name: "Send it to me as a test" }).click();
  await page.getByText("A test mail to you is on its way").waitFor();
}
