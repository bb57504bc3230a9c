import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { thank } from "#app/insights/thank.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { sendMails } from "#app/mail/send-mails.server.ts";
import { countUnread, unreadOfPerson } from "#app/notifications/count-unread.server.ts";
import { markRead } from "#app/notifications/mark-read.server.ts";
import { writeNotificationMail } from "#app/notifications/write-notification-mail.server.ts";
import { lookUpSession } from "#app/people/find-session-person.server.ts";
import type { Person } from "#app/people/person.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { people } from "#db/schema/people.server.ts";
import { aMailServer } from "#tests/mail/a-mail-server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  type ADepartment,
  aComment,
  aDepartment,
  aLiaison,
  anInsight,
  aPerson,
  aTeam,
} from "#tests/support/factories.ts";
import { choose, correct, reactToAll, toldTo } from "./reacting.ts";

useDatabase();
const server = await aMailServer();
Object.assign(process.env, {
  SMTP_URL: server.url,
  MAIL_FROM: "corridor@library.example",
  APP_ORIGIN: "https://corridor.library.example",
});
afterAll(() => server.close());

const word = "wryneckheard";
let priya: Person;
let mate: Person;
let tom: Person;
let department: ADepartment;

beforeEach(async () => {
  server.received.length = 0;
  await db.delete(mails);
  const team = await aTeam();
  priya = await aPerson({ team, name: "Priya Shah" });
  mate = await aPerson({ team });
  tom = await aPerson();
  department = await aDepartment({ name: `Department of ${word}` });
});

const everybody = () => `@${tom.handle} @${mate.handle}`;
const byPriya = (visibility: string, body = `${word} ${everybody()}`) =>
  anInsight({ person: priya, departments: [department], body, sent: { visibility } });
const none = async () => ({ skip: "not this test’s" });
const send = () =>
  sendMails({ writers: { notification: writeNotificationMail, weekly: none, "weekly-test": none } });
const mailedTo = (person: Person) =>
  server.received.filter(({ to }) => to.includes(`${person.handle}@library.example`)).map(({ raw }) => raw);

/** As it is counted by itself, and with the session on every page: of these the same is true. */
async function unread(person: Person): Promise<number> {
  const token = await runTransaction((tx) => startSession(tx, { personId: person.id, userAgent: "a test" }));
  const alone = await countUnread(person);
  expect((await lookUpSession(token, { counted: unreadOfPerson })).unread).toBe(alone);
  return alone;
}

test("an all-staff insight comes by mail with its text, where it leads and how to change that", async () => {
  const { id } = await byPriya("staff");
  await reactToAll();
  await send();
  await reactToAll({ again: true });
  await send();
  const [mail = "", ...more] = mailedTo(tom);
  expect(more).toEqual([]);
  const head = mail.slice(0, mail.indexOf("\r\n\r\n"));
  expect(head).toContain("Subject: Priya Shah mentioned you in Corridor");
  expect(head).not.toContain(word);
  const text = mail.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  expect(text).toContain(word);
  expect(text).toContain(`https://corridor.library.example/insights/${id}`);
  expect(text).toContain("https://corridor.library.example/me/notifications");
});

test("of what only a team may read, its members are mailed that something happened, and the others nothing", async () => {
  const { id } = await byPriya("team");
  await reactToAll();
  await send();
  expect(await toldTo(mate)).toEqual([`mention ${id}`]);
  const [mail = ""] = mailedTo(mate);
  expect(mail).toContain("Priya Shah mentioned you");
  expect(mail).toContain(`/insights/${id}`);
  expect(mail).not.toContain(word);
  expect([await toldTo(tom), await unread(tom), mailedTo(tom)]).toEqual([[], 0, []]);
});

test("what is for its author alone reaches nobody: neither mentions nor liaisons of a question", async () => {
  await aLiaison({ department, person: tom });
  await byPriya("me");
  await anInsight({ person: priya, departments: [department], sent: { visibility: "me", kind: "question" } });
  await reactToAll();
  await send();
  for (const person of [tom, mate]) expect([await toldTo(person), await unread(person)]).toEqual([[], 0]);
  expect(server.received).toEqual([]);
});

const narrowings: [string, (id: string) => Promise<unknown>][] = [
  [
    "its visibility narrows",
    (id) => correct({ person: priya, id, department, body: word, visibility: "me" }),
  ],
  ["it is withdrawn", (id) => withdrawInsight({ person: priya, id })],
  [
    "it is hidden",
    async (id) => hideInsight({ person: await aPerson({ role: "editor" }), id, reason: "for the test" }),
  ],
];

test.each(narrowings)(
  "told, and then %s before the mail is sent: no mail, nothing shown or counted",
  async (_, narrow) => {
    const { id } = await byPriya("staff");
    await reactToAll();
    expect([await toldTo(tom), await unread(tom)]).toEqual([[`mention ${id}`], 1]);
    await narrow(id);
    await reactToAll();
    await send();
    expect([await toldTo(tom), await unread(tom), server.received]).toEqual([[], 0, []]);
  },
);

test.each(narrowings)("nor is anybody told when %s before the job runs", async (_, narrow) => {
  const { id } = await byPriya("staff");
  await narrow(id);
  await reactToAll();
  await send();
  expect([await toldTo(tom), await unread(tom), server.received]).toEqual([[], 0, []]);
});

test("a reader who goes to another team is shown and mailed no more of their old one's, until they are back", async () => {
  const { id } = await byPriya("team");
  const commentId = await aComment({ insightId: id, person: mate });
  await aComment({ insightId: id, person: priya, body: `${word} @${mate.handle}` });
  await reactToAll();
  expect(await unread(mate)).toBe(2);
  const moved = await aTeam();
  await db.update(people).set({ teamId: moved.id }).where(eq(people.id, mate.id));
  const elsewhere = { ...mate, team: moved };
  await send();
  expect([await toldTo(elsewhere), await unread(elsewhere), mailedTo(mate)]).toEqual([[], 0, []]);
  await aComment({ insightId: id, person: priya, body: `@${mate.handle}` });
  await reactToAll();
  await db.update(people).set({ teamId: mate.team.id }).where(eq(people.id, mate.id));
  expect(await unread(mate)).toBe(2);
  expect(commentId).not.toBe("");
});

test("opened to all later, those it mentions are told then", async () => {
  const { id } = await byPriya("me");
  await reactToAll();
  await correct({ person: priya, id, department, body: `${word} ${everybody()}`, visibility: "staff" });
  await reactToAll();
  expect(await toldTo(tom)).toEqual([`mention ${id}`]);
});

test("no mail comes to who has read it already, or wants no mail any more", async () => {
  const [one, two] = [await byPriya("staff"), await byPriya("staff", `@${tom.handle}`)];
  await reactToAll();
  await markRead({ personId: tom.id, which: { insightId: one.id } });
  await choose(mate, "mention", "here");
  await send();
  expect(mailedTo(tom)).toHaveLength(1);
  expect(mailedTo(tom)[0]).toContain(two.id);
  expect(mailedTo(mate)).toEqual([]);
  expect((await db.select().from(mails).where(eq(mails.state, "skipped"))).length).toBe(2);
});

test("thanks come by no mail, whatever was chosen", async () => {
  await choose(priya, "thanks", "mail");
  const { id } = await byPriya("staff", word);
  await thank({ person: tom, id });
  await reactToAll();
  expect(await toldTo(priya)).toEqual([`thanks ${id}`]);
  expect(await db.select().from(mails)).toEqual([]);
});

test("demonstration colleagues and those who want none are queued no mail", async () => {
  const demo = await aPerson({ demonstration: true });
  await choose(tom, "mention", "here");
  await byPriya("staff", `@${demo.handle} @${tom.handle}`);
  await reactToAll();
  expect([await toldTo(demo), await toldTo(tom)].map(({ length }) => length)).toEqual([1, 1]);
  expect(await db.select().from(mails)).toEqual([]);
});
