import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { readMailToken, signMailToken } from "#app/mail/mail-token.server.ts";
import { sendMails } from "#app/mail/send-mails.server.ts";
import { follow } from "#app/people/follow.server.ts";
import type { Person } from "#app/people/person.ts";
import { type Day, daysAfter, mondayOfWeekName } from "#app/settings/calendar.ts";
import { chooseWeeklyMail } from "#app/weekly/choose-weekly-mail.server.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { listMailedWeeks } from "#app/weekly/list-mailed-weeks.server.ts";
import { writeWeeklyMail } from "#app/weekly/write-weekly-mail.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { events } from "#db/schema/events.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { people } from "#db/schema/people.server.ts";
import { aMailServer } from "#tests/mail/a-mail-server.ts";
import { makeDue, outbox } from "#tests/mail/mailing.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();
const server = await aMailServer();
Object.assign(process.env, {
  SMTP_URL: server.url,
  MAIL_FROM: "Corridor <corridor@library.example>",
  APP_ORIGIN: "https://corridor.library.example",
  MAILS_PER_SECOND: "1000",
});
afterAll(() => server.close());

let monday: Day = "2020-01-06";
let tom: Person;
beforeEach(async () => {
  monday = daysAfter(monday, 10 * 7);
  await db.delete(mails);
  await db.update(people).set({ disabledAt: new Date() });
  server.received.length = 0;
  tom = await aPerson({ name: "Tom Ellis" });
});

const at = (day: Day, time = "12:00") => new Date(`${day}T${time}:00Z`);
const moment = () => at(daysAfter(monday, 7), "08:00");
const close = () => closeWeek({ monday, now: moment() });

function heard(
  body: string,
  given: { person?: Person; departments?: Awaited<ReturnType<typeof aDepartment>>[]; sent?: object } = {},
) {
  const sent = { heardOn: monday, ...given.sent };
  return anInsight({ ...given, body, sent, postedAt: at(monday) });
}

async function busyWeek(): Promise<void> {
  for (const number of [1, 2, 3]) await heard(`Heard by somebody, number ${number}`);
}

async function sendAll(): Promise<void> {
  await makeDue();
  await db.update(mails).set({ createdAt: new Date() });
  await sendMails({
    writers: {
      notification: async () => ({ skip: "" }),
      weekly: writeWeeklyMail,
      "weekly-test": writeWeeklyMail,
    },
  });
}

const rawTo = ({ handle }: Person) =>
  server.received.filter(({ to }) => to[0]?.startsWith(`${handle}@`)).map(({ raw }) => raw);
/** The message without its transfer encoding's soft line ends. */
const plain = (raw: string | undefined) => (raw ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");

test("closing a week asks for one mail a person, however often, and for none to who wants none or is gone", async () => {
  await busyWeek();
  const [never, gone, demo] = [await aPerson(), await aPerson(), await aPerson({ demonstration: true })];
  await chooseWeeklyMail({ personId: never.id, choice: { scope: "never" } });
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.id));
  await Promise.all([close(), close(), close()]);
  await sendAll();
  await sendAll();
  expect(rawTo(tom)).toHaveLength(1);
  for (const person of [never, gone, demo]) expect(await outbox(person)).toEqual([]);
  expect(await listMailedWeeks(tom.id)).toMatchObject([{ monday, state: "sent", reason: null }]);
});

test("a week closed long after its moment is nobody's news", async () => {
  await busyWeek();
  await closeWeek({ monday, now: at(daysAfter(monday, 20)) });
  expect(await outbox(tom)).toEqual([]);
});

test("a library that came back from a backup after the moment sends no mails that may have gone before", async () => {
  const restored = (day: Day, time: string) =>
    db.insert(events).values({ id: newId(), name: "library.restored", at: at(day, time) });
  await busyWeek();
  await restored(monday, "09:00");
  await close();
  expect(await outbox(tom)).toHaveLength(1);
  monday = daysAfter(monday, 7);
  await db.delete(mails);
  await busyWeek();
  await restored(daysAfter(monday, 7), "07:45");
  expect(await close()).toEqual({ outcome: "closed" });
  expect(await outbox(tom)).toEqual([]);
});

test("it comes at the library's moment, or at the same time on the day one chose", async () => {
  const wednesday = await aPerson();
  await chooseWeeklyMail({ personId: wednesday.id, choice: { scope: "whole", day: 3 } });
  await close();
  const [[usual], [chosen]] = [await outbox(tom), await outbox(wednesday)];
  const hours = ((chosen?.nextTryAt.getTime() ?? 0) - (usual?.nextTryAt.getTime() ?? 0)) / 3_600_000;
  expect(usual?.nextTryAt.toISOString().slice(0, 10)).toBe(daysAfter(monday, 7));
  expect([47, 48, 49]).toContain(hours);
});

test("both parts say the week, lead to its pages, and can be stopped by the mail program itself", async () => {
  const law = await aDepartment({ name: "School of Law" });
  await aLiaison({ department: law, person: tom });
  await busyWeek();
  const { id } = await heard("They want <b>longer</b> hours & more sockets", {
    departments: [law],
    sent: { kind: "need" },
  });
  await heard("We were thanked by name", { sent: { kind: "win" } });
  await close();
  await sendAll();
  const raw = plain(rawTo(tom)[0]);
  expect(raw).toMatch(/^Content-Type: text\/plain/im);
  expect(raw).toMatch(/^Content-Type: text\/html/im);
  expect(raw).toMatch(/Subject: Week \d+, \d{4} in Corridor/);
  expect(raw).toContain(`https://corridor.library.example/insights/${id}`);
  expect(raw).toContain("* School of Law: They want");
  expect(raw).toContain("School of Law</a>: They want");
  expect(raw.slice(raw.indexOf("<!doctype html>"))).not.toMatch(/<b>longer|<img|src=/i);
  expect(raw).toContain("We were thanked by name");
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const [, token = ""] =
    /List-Unsubscribe:\s+<https:\/\/corridor\.library\.example\/mail\/weekly\/([\w-]{65})>/.exec(raw) ?? [];
  expect(await readMailToken(token)).toBe(tom.id);
});

test("what not all staff may read is in no mail, and what was hidden before it was sent neither", async () => {
  const editor = await aPerson({ role: "editor" });
  const mate = await aPerson({ team: tom.team });
  await busyWeek();
  await heard("nightjarteam", { person: mate, sent: { visibility: "team" } });
  await heard("corncrakemine", { person: tom, sent: { visibility: "me" } });
  const hidden = await heard("bitternhidden", { sent: { kind: "win", tags: ["bittern-tag"] } });
  await close();
  await hideInsight({ person: editor, id: hidden.id, reason: "for the test" });
  await sendAll();
  expect(server.received.length).toBeGreaterThan(0);
  for (const { raw } of server.received) expect(plain(raw)).not.toMatch(/nightjar|corncrake|bittern/);
});

test("a quiet week with nothing of one's own is not sent, and said not to be; with something of one's own it is", async () => {
  const law = await aDepartment({ name: "School of Law" });
  const mine = await aPerson();
  await follow({ personId: mine.id, kind: "department", id: law.id });
  await heard("The only thing heard", { departments: [law] });
  await close();
  await sendAll();
  expect(rawTo(tom)).toEqual([]);
  const [skipped] = await listMailedWeeks(tom.id);
  expect(skipped).toMatchObject({ state: "skipped", reason: expect.stringContaining("quiet week") });
  expect(plain(rawTo(mine)[0])).toContain("The only thing heard");
});

test("who wants only what is theirs gets nothing else", async () => {
  await chooseWeeklyMail({ personId: tom.id, choice: { scope: "mine" } });
  await busyWeek();
  await close();
  await sendAll();
  expect(rawTo(tom)).toEqual([]);
  expect((await listMailedWeeks(tom.id))[0]?.reason).toContain("Nothing about");
});

test("who chose departments and tags for the top of it gets those there, and not what they look after", async () => {
  const [law, music, physics] = [await aDepartment(), await aDepartment(), await aDepartment()];
  await aLiaison({ department: law, person: tom });
  const topics = { departments: [music.slug], tags: ["oboes", "no-such-tag"] };
  await busyWeek();
  await heard("Lawyers want sockets", { departments: [law] });
  await heard("Musicians want lamps", { departments: [music] });
  await heard("Physicists hum", { departments: [physics], sent: { tags: ["oboes"] } });
  await chooseWeeklyMail({ personId: tom.id, choice: { scope: "mine", day: null, topics } });
  await close();
  await sendAll();
  const [raw] = rawTo(tom);
  const yours = plain(raw).split("FOR YOU")[1]?.split("Content-Type")[0] ?? "";
  expect(yours).toMatch(/Musicians want lamps.*Physicists hum/s);
  expect(yours).not.toContain("Lawyers");
});

test("what is told with it is in it, and reason enough to send a quiet week's", async () => {
  await close();
  const [mail] = await outbox(tom);
  const of = { personId: tom.id, subjectId: mail?.subjectId ?? "" };
  expect(await writeWeeklyMail({ ...of, also: [{ heading: "Told", lines: [] }] })).toHaveProperty("skip");
  const lines = [{ words: "Priya mentioned you", leadsTo: "/insights/1" }];
  const words = await writeWeeklyMail({ ...of, also: [{ heading: "Told", lines }] });
  expect(words).toMatchObject({
    blocks: expect.arrayContaining([
      { heading: "Told" },
      { item: "Priya mentioned you", leadsTo: "/insights/1" },
    ]),
  });
});

test("an address the server refuses is noted with its words", async () => {
  server.manners.set(tom.handle, { onAddress: 550 });
  await busyWeek();
  await close();
  await sendAll();
  expect((await listMailedWeeks(tom.id))[0]).toMatchObject({
    state: "failed",
    reason: expect.stringContaining("550"),
  });
});

test("a token names one person, and only as this library signed it", async () => {
  const token = await signMailToken(tom.id);
  expect(await readMailToken(token)).toBe(tom.id);
  const other = await signMailToken((await aPerson()).id);
  for (const forged of [
    "",
    "x",
    token.slice(1),
    `${token}A`,
    other.slice(0, 22) + token.slice(22),
    `${token.slice(0, -1)}~`,
  ])
    expect(await readMailToken(forged)).toBeUndefined();
});

test("who chose a day gets the mail at the same time on the clock, the clocks having changed in between or not", async () => {
  const [early, late] = [await aPerson(), await aPerson()];
  await chooseWeeklyMail({ personId: early.id, choice: { scope: "whole", day: 1 } });
  await chooseWeeklyMail({ personId: late.id, choice: { scope: "whole", day: 7 } });
  const dueTo = async (person: Person) =>
    (await outbox(person)).map(({ nextTryAt }) => nextTryAt.toISOString()).sort();
  for (const [week, now] of [
    ["2024-W12", "2024-03-25T07:30Z"],
    ["2023-W51", "2023-12-25T07:30Z"],
  ] as const)
    await closeWeek({ monday: mondayOfWeekName(week) ?? "", now: new Date(now) });
  expect(await dueTo(early)).toEqual(["2023-12-25T07:30:00.000Z", "2024-03-25T07:30:00.000Z"]);
  expect(await dueTo(late)).toEqual(["2023-12-31T07:30:00.000Z", "2024-03-31T06:30:00.000Z"]);
});
