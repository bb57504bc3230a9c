import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf, viewFor, type Way, ways } from "#tests/support/browser-hands.ts";
import { expectFocus } from "#tests/support/browser-keys.ts";
import { type ADepartment, aDepartment, anInsight } from "#tests/support/factories.ts";
import { openCaptureBox } from "./capture-box.ts";

const browser = useBrowser();
const strip = (page: Page) => page.getByRole("region", { name: "Posted. Thank you." });
const text = (page: Page) => page.getByLabel("What did you hear?");

async function post(page: Page, way: Way, { name }: ADepartment, sentence: string): Promise<void> {
  const hands = handsOf(page, way);
  await hands.write("What did you hear?", sentence);
  await hands.pick("Department", name, name);
  await hands.press("Post insight");
  await strip(page).waitFor();
}

async function postsOf(personId: string) {
  return db
    .select({ body: insights.body, withdrawnAt: insights.withdrawnAt })
    .from(insights)
    .where(eq(insights.authorId, personId))
    .orderBy(insights.seq);
}

test.each(ways)("what is posted appears at once, can be undone, and its text comes back, %s", async (way) => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const department = await aDepartment();
  const page = await browser.signedInAs(person, viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto("/");
  await openCaptureBox(page, way);
  const sentence = "Their printer is a museum piece #printing";
  await post(page, way, department, sentence);

  expect(new URL(page.url()).pathname).toBe("/");
  expect(await strip(page).getByRole("article").innerText()).toContain("museum piece");
  expect(await strip(page).getByRole("link", { name: "#printing" }).first().getAttribute("href")).toBe(
    "/tags/printing",
  );
  if (way !== "without script") {
    await expectFocus(strip(page));
    await expect.poll(() => text(page).isVisible()).toBe(false);
    await expectAccessible(page, `just posted, ${way}`);
  }
  await hands.press("Undo");
  await page.getByText("Undone: nobody sees it any more").waitFor();
  if (way === "without script") await hands.follow("Your text came back: go on writing");
  await expect.poll(() => text(page).inputValue()).toBe(sentence);
  expect(await strip(page).count()).toBe(0);
  if (way !== "without script") await expectFocus(text(page));
  await expect.poll(() => page.locator("[name=departments]").first().inputValue()).toBe(department.slug);
  const written = await postsOf(person.id);
  expect(written.at(-1)?.withdrawnAt).toBeInstanceOf(Date);

  await hands.press("Post insight");
  await strip(page).waitFor();
  expect((await postsOf(person.id)).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([
    true,
    false,
    true,
  ]);
});

test("one after the other: the box is ready again with the same channel", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const department = await aDepartment();
  const page = await browser.signedInAs(person);
  await page.goto("/");
  for (const sentence of ["The first.", "The second."]) {
    await page.keyboard.press("c");
    await expectFocus(text(page));
    expect(await text(page).inputValue()).toBe("");
    await post(page, "with the mouse", department, sentence);
    await strip(page).getByText(sentence).waitFor();
  }
  await openCaptureBox(page);
  await expect.poll(() => page.locator("[name=channel]").first().inputValue()).toBe("coffee");
});

test("pressed twice at once, Post makes one insight and Undo takes it back once", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const { name } = await aDepartment();
  const page = await browser.signedInAs(person);
  await page.goto("/");
  await page.keyboard.press("c");
  const hands = handsOf(page, "with the mouse");
  await hands.write("What did you hear?", "Pressed twice.");
  await hands.pick("Department", name, name);
  await page.getByRole("button", { name: "Post insight" }).dblclick();
  await strip(page).waitFor();
  expect(await postsOf(person.id)).toHaveLength(2);
  await page.getByRole("button", { name: "Undo" }).dblclick();
  await page.getByText("Undone: nobody sees it any more").waitFor();
  await expect.poll(() => text(page).inputValue()).toBe("Pressed twice.");
});

test("undone in one tab, Undo in another still answers, and what another person posted cannot be undone", async () => {
  const { id, person } = await anInsight();
  const client = await browser.app.as(person);
  for (const _ of [1, 2]) {
    const answer = await client.post(`/insights/${id}`, { intent: "undo" });
    expect([answer.status, answer.location]).toEqual([302, "/"]);
  }
  const theirs = await anInsight();
  expect((await client.post(`/insights/${theirs.id}`, { intent: "undo" })).status).toBe(404);
});

test("what was just posted stands in the strip alone, and in the issue when the page is opened again", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const { name } = await aDepartment();
  const page = await browser.signedInAs(person);
  await page.goto("/insights/new");
  const hands = handsOf(page, "with the mouse");
  await hands.write("What did you hear?", "Said at a board long ago.");
  await hands.pick("Department", name, name);
  await hands.unfold("More: tags");
  await page.getByLabel("Date heard").fill("2026-01-15");
  await hands.press("Post insight");
  await strip(page).getByText("Said at a board long ago.").waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  const card = page.getByRole("article").filter({ hasText: "Said at a board long ago" });
  expect(await card.count()).toBe(1);
  await page.reload();
  const section = page.getByRole("region", { name: "Heard earlier" });
  expect(await section.textContent()).toContain("Said at a board long ago.");
});

test("words being written, and the strip with Undo, stay when the page is loaded again behind them", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const department = await aDepartment();
  const page = await browser.signedInAs(person);
  await page.goto("/");
  await page.keyboard.press("c");
  await post(page, "with the mouse", department, "Posted first.");
  const noted = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.keyboard.press("c");
  await expectFocus(text(page));
  await page.keyboard.type("Half a sentence");
  await noted;
  await page.waitForLoadState("networkidle");
  expect(await text(page).inputValue()).toBe("Half a sentence");
  expect(await strip(page).isVisible()).toBe(true);
});
