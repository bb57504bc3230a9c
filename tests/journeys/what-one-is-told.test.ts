import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { markRead } from "#app/notifications/mark-read.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { notificationChoices, notifications } from "#db/schema/notifications.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { expectVisibleFocus, tabTo } from "#tests/support/browser-keys.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { reactToAll } from "../notifications/reacting.ts";

const browser = useBrowser({ worker: false });
let tom: Person;
let mentions: string[];

beforeEach(async () => {
  const priya = await aPerson({ name: "Priya Shah" });
  tom = await aPerson({ name: "Tom Ellis" });
  const department = await aDepartment();
  mentions = [];
  for (let number = 1; number <= 3; number += 1) {
    const body = `@${tom.handle} number ${number} of three`;
    mentions.push((await anInsight({ person: priya, departments: [department], body })).id);
  }
  await reactToAll();
});

const bell = (page: Page) => page.getByRole("link", { name: /^Notifications/ });
const unreadOn = (page: Page) => page.locator("main").getByText("Unread", { exact: true }).count();
const leftInDatabase = async () =>
  (await db.select().from(notifications).where(eq(notifications.personId, tom.id))).filter(
    ({ readAt }) => !readAt,
  ).length;

test.each(ways)("the bell counts, and all are marked as read, %s", async (way) => {
  const page = await browser.signedInAs(tom, viewFor[way]);
  await page.goto("/weeks");
  const hands = handsOf(page, way);
  await hands.follow("Notifications, 3 unread");
  await expectHeading(page, "Notifications");
  expect(await unreadOn(page)).toBe(3);
  await hands.press("Mark all as read");
  await expect.poll(() => unreadOn(page)).toBe(0);
  await page.getByRole("link", { name: "Notifications", exact: true }).first().waitFor();
  expect(await leftInDatabase()).toBe(0);
  await page.getByRole("button", { name: "Mark all as read" }).waitFor({ state: "detached" });
  if (way === "by keyboard alone") {
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  }
});

test("one is marked as read by keyboard, and the focus stays with it", async () => {
  const page = await browser.signedInAs(tom);
  await page.goto("/notifications");
  await tabTo(page, page.getByRole("button", { name: /^Mark as read/ }).first());
  await page.keyboard.press("Enter");
  await bell(page).and(page.getByLabel("Notifications, 2 unread")).waitFor();
  await expect.poll(() => unreadOn(page)).toBe(2);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toContain("Priya Shah mentioned you");
  await expectVisibleFocus(page);
});

test("opening the insight marks what was told of it, and opening the page alone marks nothing", async () => {
  const page = await browser.signedInAs(tom);
  await page.goto("/notifications");
  expect(await leftInDatabase()).toBe(3);
  await page
    .getByRole("link", { name: /Priya Shah mentioned you/ })
    .first()
    .click();
  await page.getByLabel("Notifications, 2 unread").waitFor();
  expect(page.url()).toContain(`/insights/${mentions.at(-1)}`);
  expect(await leftInDatabase()).toBe(2);
});

test("the bell is brought up to date while somebody looks at it, and keeps nobody signed in by that", async () => {
  const page = await browser.signedInAs(tom);
  await page.clock.install();
  await page.goto("/weeks");
  await page.getByLabel("Notifications, 3 unread").waitFor();
  const idle = new Date(Date.now() - 3_600_000);
  await db.update(sessions).set({ lastSeenAt: idle }).where(eq(sessions.personId, tom.id));
  await markRead({ personId: tom.id, which: { insightId: mentions[0] ?? "" } });
  await page.clock.runFor(61_000);
  await page.getByLabel("Notifications, 2 unread").waitFor();
  const [session] = await db.select().from(sessions).where(eq(sessions.personId, tom.id));
  expect(session?.lastSeenAt).toEqual(idle);
});

test.each([true, false])("what comes and how is chosen, script: %s", async (javaScript) => {
  const page = await browser.signedInAs(tom, { javaScript });
  await page.goto("/me/notifications");
  expect(await page.getByText("Mail is not set up here").isVisible()).toBe(true);
  const mention = page.getByLabel("A colleague mentions me or my team");
  expect(await mention.inputValue()).toBe("mail");
  await mention.selectOption("Not at all");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Your choices are saved.").waitFor();
  expect(await mention.inputValue()).toBe("never");
  const kept = await db.select().from(notificationChoices).where(eq(notificationChoices.personId, tom.id));
  expect(kept.find(({ kind }) => kind === "mention")?.delivery).toBe("never");
});

test("whoever was told nothing yet is told what would stand there", async () => {
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/notifications");
  await page.getByText("Nothing to tell you yet").waitFor();
  expect(await bell(page).count()).toBe(1);
});
