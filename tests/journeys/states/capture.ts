import type { Page } from "playwright-core";
import type { SimilarInsight } from "#app/insights/similar-insight.ts";
import { dayIn, mondayOf } from "#app/settings/calendar.ts";
import { newId } from "#db/new-id.server.ts";
import { captureLine, openCaptureBox } from "../capture-box.ts";
import { type State, unfoldAll } from "./state.ts";

export const captureStates: State[] = [
  ["this week, the capture box open", "/", wholeCaptureBox],
  ["this week, a picker's list open", "/", openPicker],
  ["this week, posting refused", "/", postNothing],
  ["this week, a tag half written", "/", writeHalfATag],
  ["posting", "/insights/new"],
  ["posting, all of it unfolded", "/insights/new", unfoldAll],
  ["posting, a value chosen", "/insights/new", pickOne],
  ["posting refused", "/insights/new", refuse],
  ["posting, looked at again", "/insights/new", nameSomebody],
  ["posting, what colleagues noted", "/insights/new", writeTheLike],
  ["what I was writing", "/me/drafts"],
];

async function wholeCaptureBox(page: Page) {
  await openOnceSettled(page);
  await page.getByRole("button", { name: "Post insight" }).waitFor();
}

async function openPicker(page: Page) {
  await openOnceSettled(page);
  const box = page.locator("main input[role=combobox]").first();
  await box.click();
  await box.press("ArrowDown");
  await page.locator("main").getByRole("option").and(page.locator(":not(option)")).first().waitFor();
}

async function writeHalfATag(page: Page) {
  await openOnceSettled(page);
  await page.getByLabel("What did you hear?").pressSequentially("#read");
  await page.getByRole("listbox", { name: "Tags" }).waitFor();
}

async function postNothing(page: Page) {
  await openOnceSettled(page);
  await refuse(page);
}

async function openOnceSettled(page: Page) {
  await page.waitForLoadState("networkidle");
  if (await captureLine(page).isVisible()) await openCaptureBox(page);
}

async function refuse(page: Page) {
  await page.getByLabel("What did you hear?").fill("");
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByRole("alert").waitFor();
}

async function nameSomebody(page: Page) {
  await page.getByLabel("What did you hear?").fill("Dr Smith is lazy, they say.");
  await page.getByText("You may want to look at this again.").waitFor();
}

async function writeTheLike(page: Page) {
  await page.route("**/insights/similar", (route) => route.fulfill({ json: [alike] }));
  await page.getByLabel("What did you hear?").fill("The printer in the mooting room jams");
  await page.getByRole("region", { name: "Colleagues already noted" }).waitFor();
}

const alike: SimilarInsight = {
  id: newId(),
  text: "The mooting room printer jams whenever a moot is on",
  about: "Department of Politics, Philosophy and Economics",
  by: "Priya Shah",
  heardOn: mondayOf(dayIn("Europe/London", new Date())),
  kind: "observation",
  voices: 3,
  given: false,
};

async function pickOne(page: Page) {
  await page.getByLabel("What did you hear?").click();
  const box = page.locator("main input[role=combobox]").first();
  await box.fill("ppe");
  await page.locator("main").getByRole("option").and(page.locator(":not(option)")).first().click();
}
