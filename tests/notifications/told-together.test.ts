import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { markRead } from "#app/notifications/mark-read.server.ts";
import { newsLines } from "#app/notifications/news-lines.ts";
import { takeNews } from "#app/notifications/take-news.server.ts";
import { tell } from "#app/notifications/tell.server.ts";
import { writeDailyMail } from "#app/notifications/write-daily-mail.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { choose } from "./reacting.ts";

useDatabase();
Object.assign(process.env, {
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "corridor@library.example",
  APP_ORIGIN: "https://corridor.library.example",
});

let tom: Person;
let priya: Person;
beforeEach(async () => {
  [tom, priya] = [await aPerson(), await aPerson({ name: "Priya Shah" })];
});

type Insight = { id: string; person?: Person };

/** Tom is told that Priya mentioned him in it. */
async function mentionedIn({ id }: Insight): Promise<void> {
  const at = new Date();
  await tell([
    {
      personId: tom.id,
      kind: "mention",
      insightId: id,
      commentId: null,
      actorId: priya.id,
      dedupeKey: newId(),
      at,
      past: false,
    },
  ]);
}
async function mentioned(body: string, given: Parameters<typeof anInsight>[0] = {}): Promise<void> {
  await mentionedIn(await anInsight({ body, person: priya, ...given }));
}
const outbox = () => db.select().from(mails).where(eq(mails.personId, tom.id)).orderBy(asc(mails.createdAt));
const weekly = (subjectId: string) => takeNews({ personId: tom.id, subjectId, delivery: "weekly" });
const said = async (subjectId: string) => (await weekly(subjectId)).map(({ words }) => words);

test("what comes with the weekly mail is said by one issue's mail and no other, however often it is tried", async () => {
  await choose(tom, "mention", "weekly");
  const law = await aDepartment({ name: "School of Law" });
  await mentioned("They want sockets", { departments: [law] });
  expect(await outbox()).toEqual([]);
  const [first, next] = [newId(), newId()];
  expect(await said(first)).toEqual(["Priya Shah mentioned you, about School of Law: “They want sockets”"]);
  await mentioned("They got them", { departments: [law] });
  expect(await said(next)).toEqual([expect.stringContaining("They got them")]);
  for (const _ of "twice") expect(await said(next)).toHaveLength(1);
  expect(await said(newId())).toEqual([]);
});

test("what was read meanwhile is not said, nor what was mailed at once before the choice was changed", async () => {
  await mentioned("At once");
  expect((await outbox()).map(({ purpose }) => purpose)).toEqual(["notification"]);
  await choose(tom, "mention", "weekly");
  expect(await said(newId())).toEqual([]);
  await mentioned("Read before");
  await markRead({ personId: tom.id, which: { upTo: Number.MAX_SAFE_INTEGER } });
  expect(await said(newId())).toEqual([]);
});

test("of what is for a team it says that something happened, and nothing of the text", async () => {
  await choose(tom, "mention", "weekly");
  priya = await aPerson({ name: "Priya Shah", team: tom.team });
  const nightjar = await aDepartment({ name: "Nightjars" });
  await mentioned("nightjar", { person: priya, departments: [nightjar], sent: { visibility: "team" } });
  expect(await said(newId())).toEqual([
    "Priya Shah mentioned you. Not all staff may read it, so its text is not in this mail.",
  ]);
});

test("once a day there is one mail for all of it, and none when all was read", async () => {
  await choose(tom, "mention", "daily");
  for (const number of [1, 2, 3]) await mentioned(`Number ${number}`);
  const [mail, ...others] = await outbox();
  expect([mail?.purpose, others]).toEqual(["daily", []]);
  expect((mail?.nextTryAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(0);
  expect((mail?.nextTryAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(25 * 3_600_000);
  const of = { personId: tom.id, subjectId: mail?.subjectId ?? "" };
  expect(await writeDailyMail(of)).toMatchObject({
    subject: "3 things you were told in Corridor",
    foot: expect.arrayContaining([expect.objectContaining({ leadsTo: "/me/notifications" })]),
  });
  expect(JSON.stringify(await writeDailyMail(of))).toMatch(/Number 3.*Number 2.*Number 1/);
  expect(await writeDailyMail({ ...of, subjectId: newId() })).toHaveProperty("skip");
});

test("what is more than a mail lists is counted", () => {
  const told = {
    kind: "mention",
    actor: "Priya",
    yours: false,
    inComment: false,
    about: "Law",
    quote: "x",
  } as const;
  const one = {
    ...told,
    id: "",
    seq: 1,
    insightId: "i",
    commentId: null,
    handedOver: null,
    ofDepartment: null,
    apiKeyId: null,
    words: "",
    at: new Date(),
    read: false,
  };
  const news = Array.from({ length: 5 }, () => ({ ...one, visibility: "staff" as const }));
  expect(newsLines(news, 3).map(({ leadsTo }) => leadsTo)).toEqual([
    "/insights/i",
    "/insights/i",
    "/insights/i",
    "/notifications",
  ]);
  expect(newsLines(news, 3).at(-1)?.words).toBe("And 2 more in your notifications");
  expect(newsLines(news, 5)).toHaveLength(5);
});
