import { and, eq, inArray, isNull } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { listDemonstrationAccounts } from "#app/people/list-demonstration-accounts.server.ts";
import { db } from "#db/client.server.ts";
import { bringDemoForward } from "#db/demo/bring-forward.server.ts";
import { seedDemoLibrary } from "#db/demo/seed-demo-library.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { reactToAll } from "./reacting.ts";

useDatabase();
Object.assign(process.env, {
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "corridor@library.example",
  APP_ORIGIN: "https://corridor.library.example",
});
const aDay = 86_400_000;

/** What happened a day before became older than that meanwhile. */
const telling = { from: 0, to: 0 };

beforeAll(async () => {
  telling.from = Date.now();
  await seedDemoLibrary({ onProgress: () => {} });
  await reactToAll();
  telling.to = Date.now();
}, 300_000);

/** What each demonstration account was told, by handle. */
async function toldToAccounts() {
  const handles = (await listDemonstrationAccounts()).map(({ handle }) => handle);
  return db
    .select({ handle: people.handle, at: notifications.createdAt, readAt: notifications.readAt })
    .from(notifications)
    .innerJoin(people, and(eq(people.id, notifications.personId), inArray(people.handle, handles)));
}

test("the demonstration's colleagues find notifications, of which few ask for anything, and get no mail", async () => {
  const told = await toldToAccounts();
  expect(new Set(told.map(({ handle }) => handle)).size).toBe(4);
  for (const { at, readAt } of told) {
    const dayAfter = at.getTime() + aDay;
    if (dayAfter > telling.to) expect(readAt).toBeNull();
    if (dayAfter < telling.from) expect(readAt).not.toBeNull();
  }
  const unread = await db.select().from(notifications).where(isNull(notifications.readAt));
  expect(unread.length).toBeLessThanOrEqual(20);
  expect(await db.select().from(mails)).toEqual([]);
});

test("brought forward, what they were told is of these weeks too", async () => {
  const before = await toldToAccounts();
  const later = new Date(Date.now() + 35 * aDay);
  await bringDemoForward({ now: later });
  const after = await toldToAccounts();
  expect(after).toHaveLength(before.length);
  const newest = (all: typeof before) => Math.max(...all.map(({ at }) => at.getTime()));
  expect(newest(after) - newest(before)).toBeGreaterThan(28 * aDay);
  expect(newest(after)).toBeLessThanOrEqual(later.getTime());
});
