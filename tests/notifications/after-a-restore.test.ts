import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { tell } from "#app/notifications/tell.server.ts";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";
import { choose } from "./reacting.ts";

Object.assign(process.env, {
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "Corridor <corridor@library.example>",
  APP_ORIGIN: "http://corridor.library.example",
});
useDatabase();

test("what happened before a restore is told on the page and mailed to nobody a second time", async () => {
  const [reader, author] = [await aPerson(), await aPerson()];
  const { id } = await anInsight({ person: author });
  await choose(reader, "mention", "mail");
  const about = {
    kind: "mention" as const,
    personId: reader.id,
    actorId: author.id,
    insightId: id,
    commentId: null,
  };
  await db.insert(settings).values({ key: "restored-at", value: sql`to_jsonb(now())` });
  const minute = 60_000;
  const [before, after] = [new Date(Date.now() - minute), new Date(Date.now() + minute)];
  expect(await tell([{ ...about, dedupeKey: "before", at: before, past: false }])).toBe(1);
  expect([await db.$count(notifications), await db.$count(mails)]).toEqual([1, 0]);
  expect(await tell([{ ...about, dedupeKey: "after", at: after, past: false }])).toBe(1);
  expect([await db.$count(notifications), await db.$count(mails)]).toEqual([2, 1]);
});
