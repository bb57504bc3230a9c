import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findDraft, listDrafts } from "#app/insights/list-drafts.server.ts";
import { db } from "#db/client.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf } from "#tests/support/browser-hands.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { captureLine, openCaptureBox } from "./capture-box.ts";

const browser = useBrowser();
const sentence = "They teach from a shared drive now, not the library's lists.";
const restored = "Restored what you were writing on this device";
const text = (page: Page) => page.getByLabel("What did you hear?");

/** Waits until what is written has reached the server. */
function saved(page: Page): Promise<unknown> {
  return page.waitForResponse((answer) => answer.url().endsWith("/drafts") && answer.status() === 200);
}

async function begin(page: Page, path: "/" | "/insights/new", department: string): Promise<void> {
  const hands = handsOf(page, "with the mouse");
  await page.goto(path);
  if (path === "/") await openCaptureBox(page);
  await page.getByRole("button", { name: "Post insight" }).waitFor();
  await hands.write("What did you hear?", sentence);
  const arriving = saved(page);
  await hands.pick("Department", department, department);
  await arriving;
}

test.each(["/", "/insights/new"] as const)(
  "a tab that is gone comes back with its text, from %s",
  async (path) => {
    const person = await aPerson();
    const { name, slug } = await aDepartment();
    const page = await browser.signedInAs(person);
    await begin(page, path, name);
    const context = page.context();
    await page.close();

    const next = await context.newPage();
    await next.goto(path);
    if (path === "/") {
      await captureLine(next).getByText("Go on with what you were writing").waitFor();
      await captureLine(next).click();
    }
    await next.getByText(restored).waitFor();
    expect(await text(next).inputValue()).toBe(sentence);
    expect(await next.locator("[name=departments]").first().inputValue()).toBe(slug);
    await expectAccessible(next);
    await text(next).click();
    await handsOf(next, "with the mouse").pick("How was it heard?", "corr", "Corridor conversation");
    await next.getByRole("button", { name: "Post insight" }).click();
    await next.getByText("Posted. Thank you.").waitFor();
    expect(await listDrafts(person.id)).toEqual([]);
    expect(await next.evaluate(() => Object.keys(localStorage).join())).not.toContain("corridor-draft");
  },
);

test("a crashed tab loses nothing, not even what was typed within the last second", async () => {
  const page = await browser.signedInAs(await aPerson(), { expecting: [/crash/i] });
  await page.goto("/insights/new");
  await text(page).click();
  await page.keyboard.type(sentence);
  // Keys are handled one after the other: the last one has been when it stands in the browser's own keeping.
  await page.waitForFunction(
    (typed) => Object.values(localStorage).some((kept) => String(kept).includes(typed)),
    sentence.slice(-12),
  );
  const context = page.context();
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => {});
  await crashed;
  const next = await context.newPage();
  await next.goto("/insights/new");
  await next.getByText(restored).waitFor();
  expect(await text(next).inputValue()).toBe(sentence);
});

test("what was begun on one device is gone on with on another, and starting afresh can be undone", async () => {
  const person = await aPerson();
  const { name } = await aDepartment();
  await begin(await browser.signedInAs(person), "/insights/new", name);
  const other = await browser.signedInAs(person, { width: 390 });
  await other.goto("/insights/new");
  await other.getByText("Restored what you were writing on Chrome on").waitFor();
  expect(await text(other).inputValue()).toBe(sentence);
  await other.getByRole("link", { name: "Start afresh" }).tap();
  await other.getByText("Started afresh.").waitFor();
  expect(await text(other).inputValue()).toBe("");
  const again = saved(other);
  await other.getByRole("button", { name: "Bring back what I was writing" }).tap();
  await again;
  expect(await text(other).inputValue()).toBe(sentence);
  const kept = async () => (await listDrafts(person.id)).map(({ fields }) => fields.body);
  await expect.poll(kept).toEqual([[sentence]]);
});

test("two tabs write two drafts, and neither takes the other's", async () => {
  const person = await aPerson();
  const one = await browser.signedInAs(person);
  await one.goto("/insights/new");
  await text(one).click();
  const first = saved(one);
  await one.keyboard.type("The first of two");
  await first;
  const two = await one.context().newPage();
  const asked = two.waitForResponse((answer) => /\/drafts\?/.test(answer.url()));
  await two.goto("/insights/new");
  await asked;
  await text(two).click();
  const second = saved(two);
  await two.keyboard.type("The second");
  await second;
  const bodies = (await listDrafts(person.id)).map(({ fields }) => fields.body?.[0]);
  expect(bodies.sort()).toEqual(["The first of two", "The second"]);
});

test("a correction is kept as well, and goes when it is saved", async () => {
  const { id, person } = await anInsight();
  const page = await browser.signedInAs(person);
  await page.goto(`/insights/${id}/edit`);
  await text(page).click();
  const arriving = saved(page);
  await page.keyboard.type(" And more.");
  await arriving;
  await page.goto(`/insights/${id}/edit`);
  await page.getByText(restored).waitFor();
  expect(await text(page).inputValue()).toContain("And more.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Your changes are saved.").waitFor();
  expect(await db.select().from(drafts).where(eq(drafts.personId, person.id))).toEqual([]);
});

test("what is kept is listed for its writer: gone on with, thrown away, brought back, without script", async () => {
  const person = await aPerson();
  const { name } = await aDepartment();
  await begin(await browser.signedInAs(person), "/insights/new", name);
  const page = await browser.signedInAs(person, { javaScript: false });
  await page.goto("/me/drafts");
  await page.getByText(sentence).waitFor();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await page.getByText("Nothing is waiting").waitFor();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.getByRole("link", { name: "Go on writing" }).click();
  expect(await text(page).inputValue()).toBe(sentence);
  await page.getByLabel("How was it heard?").first().selectOption({ label: "Coffee" });
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Posted. Thank you.").waitFor();
  const [posted] = await db.select().from(insights).where(eq(insights.authorId, person.id));
  expect(posted?.body).toBe(sentence);
  expect(await findDraft({ personId: person.id, key: posted?.idempotencyKey ?? "" })).toBeUndefined();
});
