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
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { captureLine, openCaptureBox } from "./capture-box.ts";

const browser = useBrowser();
const sentence = "They teach from a shared drive now, not the library's lists.";
const restored = "Restored what you were writing on this device";
const text = (page: Page) => page.getByLabel("What did you hear?");

/** Waits until this has reached the server: a pause in typing sends what there is by then. */
function saved(page: Page, ...words: string[]): Promise<unknown> {
  return page.waitForResponse((answer) => {
    const values = [...new URLSearchParams(answer.request().postData() ?? "").values()];
    const isWhole = words.every((word) => values.some((value) => value.includes(word)));
    return answer.url().endsWith("/drafts") && answer.status() === 200 && isWhole;
  });
}

async function begin(page: Page, path: "/" | "/insights/new", { name, slug }: ADepartment): Promise<void> {
  const hands = handsOf(page, "with the mouse");
  await page.goto(path);
  if (path === "/") await openCaptureBox(page);
  await page.getByRole("button", { name: "Post insight" }).waitFor();
  await hands.write("What did you hear?", sentence);
  const arriving = saved(page, sentence, slug);
  await hands.pick("Department", name, name);
  await arriving;
}

test.each(["/", "/insights/new"] as const)(
  "a tab that is gone comes back with its text, from %s",
  async (path) => {
    const person = await aPerson();
    const department = await aDepartment();
    const page = await browser.signedInAs(person);
    await begin(page, path, department);
    const context = page.context();
    await page.close();

    const next = await context.newPage();
    await next.goto(path);
    if (path === "/") {
      await captureLine(next).getByText("Go on with what you were writing").waitFor();
      await captureLine(next).click();
    }
    await next.getByText(restored).waitFor();
    await expect.poll(() => text(next).inputValue()).toBe(sentence);
    await expect.poll(() => next.locator("[name=departments]").first().inputValue()).toBe(department.slug);
    await expectAccessible(next);
    await text(next).click();
    await handsOf(next, "with the mouse").pick("How was it heard?", "corr", "Corridor conversation");
    await next.getByRole("button", { name: "Post insight" }).click();
    await next.getByText("Posted. Thank you.").waitFor();
    await expect.poll(() => listDrafts(person.id)).toEqual([]);
    const onDevice = () => next.evaluate(() => Object.keys(localStorage).join());
    await expect.poll(onDevice).not.toContain("corridor-draft");
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
  await expect.poll(() => text(next).inputValue()).toBe(sentence);
});

test("what was begun on one device is gone on with on another, and starting afresh can be undone", async () => {
  const person = await aPerson();
  await begin(await browser.signedInAs(person), "/insights/new", await aDepartment());
  const other = await browser.signedInAs(person, { width: 390 });
  await other.goto("/insights/new");
  await other.getByText("Restored what you were writing on Chrome on").waitFor();
  await expect.poll(() => text(other).inputValue()).toBe(sentence);
  await other.getByRole("link", { name: "Start afresh" }).tap();
  await other.getByText("Started afresh.").waitFor();
  await expect.poll(() => text(other).inputValue()).toBe("");
  const again = saved(other, sentence);
  await other.getByRole("button", { name: "Bring back what I was writing" }).tap();
  await again;
  await expect.poll(() => text(other).inputValue()).toBe(sentence);
  const kept = async () => (await listDrafts(person.id)).map(({ fields }) => fields.body);
  await expect.poll(kept).toEqual([[sentence]]);
});

test("two tabs write two drafts, and neither takes the other's", async () => {
  const person = await aPerson();
  const one = await browser.signedInAs(person);
  await one.goto("/insights/new");
  await text(one).click();
  const first = saved(one, "The first of two");
  await one.keyboard.type("The first of two");
  await first;
  const two = await one.context().newPage();
  const asked = two.waitForResponse((answer) => /\/drafts\?/.test(answer.url()));
  await two.goto("/insights/new");
  await asked;
  await text(two).click();
  const second = saved(two, "The second");
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
  const arriving = saved(page, " And more.");
  await page.keyboard.type(" And more.");
  await arriving;
  await page.goto(`/insights/${id}/edit`);
  await page.getByText(restored).waitFor();
  await expect.poll(() => text(page).inputValue()).toContain("And more.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Your changes are saved.").waitFor();
  const left = () => db.select().from(drafts).where(eq(drafts.personId, person.id));
  await expect.poll(left).toEqual([]);
});

test("what is kept is listed for its writer: gone on with, thrown away, brought back, without script", async () => {
  const person = await aPerson();
  await begin(await browser.signedInAs(person), "/insights/new", await aDepartment());
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
