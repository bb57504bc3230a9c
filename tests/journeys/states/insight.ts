import type { Page } from "playwright-core";
import { aPicture } from "#tests/files/samples.ts";
import { type State, unfoldAll } from "./state.ts";

export const insightStates: State[] = [
  ["an insight", "/insights/INSIGHT"],
  ["an insight about to be hidden", "/insights/INSIGHT", unfoldAll],
  ["correcting", "/insights/INSIGHT/edit"],
  ["correcting, a picture removed, one added, and a file not taken", "/insights/INSIGHT/edit", changeFiles],
  ["an insight talked about", "/insights/TALKED"],
  ["an insight talked about, all of it unfolded", "/insights/TALKED", unfoldAll],
  ["an insight heard too", "/insights/TALKED", hearToo],
  ["saying how one heard it", "/insights/TALKED?open=heard"],
  ["telling colleagues", "/insights/TALKED?open=tell"],
  ["telling nobody", "/insights/TALKED?open=tell", tellNobody],
  ["correcting a comment", "/insights/TALKED?open=REMARK"],
  ["a comment refused", "/insights/TALKED", commentNothing],
  ["an open question", "/insights/OPEN"],
  ["an answered question", "/insights/ANSWERED"],
  ["answering with an insight", "/insights/OPEN/answer"],
];

async function hearToo(page: Page) {
  await page.getByRole("button", { name: /heard this too/ }).click();
  await page.getByText(/(added|taken back)\.$/).waitFor({ state: "attached" });
}

async function tellNobody(page: Page) {
  await page.getByRole("button", { name: "Tell them" }).click();
  await page.getByText("Choose who should know").waitFor();
  // Else what is half under the page's head counts as a small target.
  await page.evaluate(() => scrollTo(0, 0));
}

async function commentNothing(page: Page) {
  await page.getByRole("button", { name: "Post comment" }).click();
  await page.getByText("Write your comment").waitFor();
}

async function changeFiles(page: Page) {
  await page.getByRole("button", { name: "Remove On the wall.png" }).first().click();
  const picture = { name: "Poster.png", mimeType: "image/png", buffer: await aPicture("png") };
  const text = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") };
  await page.locator("input[type=file]").setInputFiles([picture, text]);
  await page.getByRole("button", { name: "Remove Poster.png" }).first().waitFor();
  await page.getByText("is not a picture").first().waitFor();
}
