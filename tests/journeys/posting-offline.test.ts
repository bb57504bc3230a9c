import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf } from "#tests/support/browser-hands.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { openCaptureBox } from "./capture-box.ts";

const browser = useBrowser();
const offline = { expecting: [/ERR_INTERNET_DISCONNECTED/] };
const text = (page: Page) => page.getByLabel("What did you hear?");
const onDevice = (page: Page) => page.getByRole("region", { name: "On this device" });
const keptNotice = "Kept on this device. It will be sent when you are connected again.";

async function write(page: Page, sentence: string, department: string): Promise<void> {
  const hands = handsOf(page, "with the mouse");
  await hands.write("What did you hear?", sentence);
  await hands.pick("Department", department, department);
  await hands.press("Post insight");
}

async function bodiesOf(personId: string): Promise<string[]> {
  const rows = await db
    .select({ body: insights.body })
    .from(insights)
    .where(eq(insights.authorId, personId))
    .orderBy(insights.seq);
  return rows.map(({ body }) => body);
}

test("ten insights posted without a connection are sent once each, in order, though the tab was closed", async () => {
  const { person, body } = await anInsight({ sent: { channel: "coffee" } });
  const { name } = await aDepartment();
  const page = await browser.signedInAs(person, offline);
  const context = page.context();
  await page.goto("/");
  await openCaptureBox(page);
  await page.getByRole("button", { name: "Post insight" }).waitFor();
  await text(page).click();
  await page.locator("main input[role=combobox]").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[data-device]") !== null);
  await context.setOffline(true);
  const sentences = Array.from({ length: 10 }, (_, number) => `Heard without a connection, ${number + 1}.`);
  for (const [position, sentence] of sentences.entries()) {
    await write(page, sentence, name);
    await onDevice(page)
      .getByText(`${position + 1} insight`)
      .waitFor();
    await page.getByText(keptNotice).waitFor();
    await expect.poll(() => text(page).inputValue()).toBe("");
  }
  await expectAccessible(page);
  expect(await bodiesOf(person.id)).toEqual([body]);
  await page.close();
  await context.setOffline(false);

  const [next, another] = [await context.newPage(), await context.newPage()];
  await Promise.all([next.goto("/"), another.goto("/departments")]);
  await onDevice(next).getByText("10 insights sent").waitFor();
  expect(await bodiesOf(person.id)).toEqual([body, ...sentences]);
  await onDevice(next).getByRole("link", { name: sentences[3] }).waitFor();
  await expectAccessible(next);
  await onDevice(next).getByRole("button", { name: "Put this list away" }).click();
  await onDevice(next).waitFor({ state: "hidden" });
});

test("a lost answer is no second insight, and the one kept goes by itself when the network is back", async () => {
  const { person, body } = await anInsight({ sent: { channel: "coffee" } });
  const { name } = await aDepartment();
  const page = await browser.signedInAs(person, { expecting: [/ERR_/, /Failed to load/] });
  await page.goto("/insights/new");
  await page.route("**/insights/new.data*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  await write(page, "The answer to this was lost.", name);
  await onDevice(page).getByText("1 insight sent").waitFor();
  expect(await bodiesOf(person.id)).toEqual([body, "The answer to this was lost."]);
});

test("what the server refuses stays with the reason, and opens in the form again", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const { name } = await aDepartment();
  const page = await browser.signedInAs(person, { expecting: [/DISCONNECTED/, /status of 400/] });
  await page.goto("/insights/new");
  await text(page).click();
  await page.locator("main input[role=combobox]").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[data-device]") !== null);
  await page.context().setOffline(true);
  await text(page).fill("About nobody yet.");
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Not saved yet: this device is offline").waitFor();
  await page.getByText("still here and kept on this device").waitFor();
  await text(page).fill("");
  await page.getByText("More: tags").click();
  await page.getByLabel("Date heard").fill("2049-01-01");
  await write(page, "Heard in the future.", name);
  await onDevice(page).getByText("1 insight kept").waitFor();
  await page.context().setOffline(false);
  await onDevice(page).getByText("could not save it as it is").waitFor();
  await onDevice(page).getByText("What is kept").click();
  await onDevice(page).getByText("The date heard is in the future").waitFor();
  await expectAccessible(page);
  await onDevice(page).getByRole("button", { name: "Open in the form" }).click();
  await page.getByText("Restored what you were writing").waitFor();
  await expect.poll(() => text(page).inputValue()).toBe("Heard in the future.");
});

test("what one person left to be sent is not sent as another, and waits for its writer", async () => {
  const [priya, tom] = [(await anInsight({ sent: { channel: "coffee" } })).person, await aPerson()];
  const { name } = await aDepartment();
  const page = await browser.signedInAs(priya, { expecting: [/DISCONNECTED/, /status of 40[19]/] });
  const context = page.context();
  await page.goto("/insights/new");
  await text(page).click();
  await page.locator("main input[role=combobox]").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[data-device]") !== null);
  await context.setOffline(true);
  await write(page, "Priya heard this.", name);
  await onDevice(page).getByText("1 insight kept").waitFor();
  const [cookie] = await context.cookies();
  await db.delete(sessions).where(eq(sessions.personId, priya.id));
  await context.setOffline(false);
  await onDevice(page).getByText("You have been signed out").waitFor();

  const other = await browser.signedInAs(tom);
  const [toms] = await other.context().cookies();
  await context.addCookies([{ ...cookie!, value: toms!.value }]);
  await page.goto("/");
  await page.waitForFunction(() => document.querySelector("[data-device]") !== null);
  expect(await page.getByText("Priya heard this.").count()).toBe(0);
  expect(await bodiesOf(tom.id)).toEqual([]);

  const again = await browser.signedInAs(priya);
  const [priyas] = await again.context().cookies();
  await context.addCookies([{ ...cookie!, value: priyas!.value }]);
  await page.goto("/");
  await onDevice(page).getByText("1 insight sent").waitFor();
  expect(await bodiesOf(priya.id)).toContain("Priya heard this.");
});
