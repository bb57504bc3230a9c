import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { issueReadings } from "#db/schema/weekly.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/browser-keys.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser({ worker: false, search: false });
const monday = mondayOf(dayIn("Europe/London", new Date()));

test("an editor makes the week's issue by keyboard alone", async () => {
  for (const body of ["The lamps are too dim", "The dogs are booked", "The dean has left"])
    await anInsight({ body, sent: { heardOn: monday } });
  const editor = await aPerson({ role: "editor" });
  const page = await browser.signedInAs(editor);
  const press = async (name: string | RegExp) => {
    await tabTo(page, page.getByRole("button", { name }));
    const answered = page.waitForEvent("load");
    await page.keyboard.press("Enter");
    await answered;
  };
  const write = async (label: string | RegExp, words: string) => {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(words);
  };
  const pick = async (body: string) => {
    await tabTo(page, page.locator("summary", { hasText: /^Pick from/ }));
    await page.keyboard.press("Enter");
    await press(new RegExp(`^Pick .*${body}`));
  };

  await page.goto(`/weeks/${weekName(monday)}/edit`);
  await write("Lead", "A week of lamps.");
  await write("A question for next week", "What did you hear about lamps?");
  await press("Save the words");
  expect(await page.getByLabel("Lead").inputValue()).toBe("A week of lamps.");

  await pick("The dogs are booked");
  await pick("The lamps are too dim");
  await press(/^Move up/);
  const picked = page
    .getByRole("list")
    .filter({ has: page.getByLabel("Why, in a sentence") })
    .getByRole("listitem");
  expect(await picked.first().innerText()).toContain("The lamps are too dim");
  await tabTo(page, page.getByLabel("Why, in a sentence").first());
  await page.keyboard.type("Because it is dark");
  const saved = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await saved;

  await press("Send it to me as a test");
  await page.getByText("A test mail to you is on its way").waitFor();
  const sent = await db.select().from(mails).where(eq(mails.personId, editor.id));
  expect(sent.map(({ purpose }) => purpose)).toEqual(["weekly-test"]);
  await press(/^Approve/);
  await page.getByRole("button", { name: "Not ready after all" }).waitFor();

  const reader = await browser.signedInAs(await aPerson());
  await reader.goto("/");
  const main = await reader.locator("main").innerText();
  expect(main).toMatch(/A week of lamps\..*Because it is dark.*The lamps are too dim.*The dogs are booked/s);
});

test("a page remembers where one stopped", async () => {
  const person = await aPerson();
  const bodies = Array.from({ length: 8 }, (_, at) => `Number ${at} was heard at some length. `.repeat(9));
  for (const body of bodies) await anInsight({ body, sent: { heardOn: monday } });
  const page = await browser.signedInAs(person, { width: 390 });
  await page.goto("/");
  const card = page.locator("main article").filter({ hasText: "was heard at some length" }).first();
  await card.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top - 250));
  // What stands a third down the screen by then is where the reader was.
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  await page.getByRole("link", { name: "Departments" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Departments" }).waitFor();
  const noted = async () => {
    const rows = await db.select().from(issueReadings).where(eq(issueReadings.personId, person.id));
    return rows[0]?.stoppedAt ?? "";
  };
  await expect.poll(noted, { timeout: 20_000 }).toMatch(/^[\w-]{36}$/);
  const at = await noted();
  await page.goto("/");
  const link = page.locator(`main a[href="#${at}"]`).first();
  await link.click();
  await page.locator(`[id="${at}"]`).waitFor();
});
