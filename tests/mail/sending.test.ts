import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";
import { aMailServer } from "./a-mail-server.ts";
import { makeDue, outbox, queued, sendAll } from "./mailing.ts";

useDatabase();
const server = await aMailServer();
Object.assign(process.env, {
  SMTP_URL: server.url,
  MAIL_FROM: "Corridor <corridor@library.example>",
  APP_ORIGIN: "https://corridor.library.example",
});
afterAll(() => server.close());

let tom: Person;
beforeEach(async () => {
  await db.delete(mails);
  server.received.length = 0;
  server.connections = 0;
  tom = await aPerson({ name: "Tom Ellis" });
});

const state = async (person: Person) => (await outbox(person)).map((mail) => mail.state);

test("a mail is sent once, to one address, with plain text and HTML, and an id that stays", async () => {
  await queued(tom);
  expect(await sendAll({ subject: "Priya mentioned you", blocks: [{ quotes: "a < b\nc" }] })).toBe(1);
  expect(await sendAll()).toBe(0);
  const [mail] = await outbox(tom);
  expect(mail).toMatchObject({ state: "sent", attempts: 1, lastError: null });
  expect(mail?.sentAt?.getTime()).toBeGreaterThanOrEqual(mail?.handedOverAt?.getTime() ?? Infinity);
  const [received, ...others] = server.received;
  expect(others).toEqual([]);
  expect(received).toMatchObject({ to: [`${tom.handle}@library.example`], from: "corridor@library.example" });
  expect(received?.raw).toMatch(/^To: "?Tom Ellis"? </m);
  expect(received?.raw).toContain(`Message-ID: <${mail?.id}@library.example>`);
  expect(received?.raw).toContain("Subject: Priya mentioned you\r\n");
  expect(received?.raw).toContain("Auto-Submitted: auto-generated");
  expect(received?.raw).toContain("> a < b\r\n> c");
  expect(received?.raw.replaceAll("=\r\n", "")).toContain("<p>a &lt; b<br />c</p>");
  expect(received?.raw).not.toMatch(/<img|src=|url\(/i);
});

test("many go over one connection, five a second at most", async () => {
  await queued(...(await Promise.all(Array.from({ length: 6 }, () => aPerson()))));
  const begun = performance.now();
  expect(await sendAll()).toBe(6);
  expect(performance.now() - begun).toBeGreaterThan(1_100);
  expect([server.connections, server.received.length]).toEqual([1, 6]);
});

test("an address refused for good fails with its reason, and the next mail is sent all the same", async () => {
  const nobody = await aPerson();
  server.manners.set(nobody.handle, { onAddress: 550 });
  await queued(nobody);
  await queued(tom);
  await sendAll();
  await makeDue();
  await sendAll();
  expect(await outbox(nobody)).toMatchObject([{ state: "failed", attempts: 1, sentAt: null }]);
  expect((await outbox(nobody))[0]?.lastError).toContain("550");
  expect(await state(tom)).toEqual(["sent"]);
  expect(server.received).toHaveLength(1);
});

test("a message refused for good fails; one refused for now waits longer each time and is then sent once", async () => {
  const [spam, busy] = [await aPerson(), await aPerson()];
  server.manners.set(spam.handle, { onMessage: 554 });
  server.manners.set(busy.handle, { onMessage: 451 });
  await queued(spam);
  await queued(busy);
  for (let round = 1; round <= 3; round += 1) {
    await makeDue();
    await sendAll();
    const [mail] = await outbox(busy);
    expect(mail).toMatchObject({ state: "waiting", attempts: round, handedOverAt: null });
    const wait = ((mail?.nextTryAt.getTime() ?? 0) - Date.now()) / 60_000;
    expect(wait).toBeGreaterThan(2 ** (round - 1) - 0.5);
    expect(wait).toBeLessThan(2 ** (round - 1) + 0.5);
  }
  expect(await state(spam)).toEqual(["failed"]);
  server.manners.delete(busy.handle);
  await makeDue();
  await sendAll();
  expect(await state(busy)).toEqual(["sent"]);
  expect(server.received).toHaveLength(1);
});

test("a line that goes dead before the message was asked for is tried again", async () => {
  server.manners.set(tom.handle, { onAddress: "hang up" });
  await queued(tom);
  await sendAll();
  expect(await outbox(tom)).toMatchObject([{ state: "waiting", handedOverAt: null }]);
  server.manners.delete(tom.handle);
  await makeDue();
  await sendAll();
  expect(await state(tom)).toEqual(["sent"]);
  expect(server.received).toHaveLength(1);
});

test("a line that goes dead while the server has the message is never tried again", async () => {
  const after = await aPerson();
  server.manners.set(tom.handle, { onMessage: "hang up" });
  await queued(tom);
  await sendAll();
  server.manners.delete(tom.handle);
  await makeDue();
  await queued(after);
  await sendAll();
  expect(await state(tom)).toEqual(["unknown"]);
  expect(await state(after)).toEqual(["sent"]);
  expect(server.received).toHaveLength(2);
});

test("a slow server is waited for", async () => {
  server.manners.set(tom.handle, { onMessage: { slow: 1_500 } });
  await queued(tom);
  await sendAll();
  expect(await state(tom)).toEqual(["sent"]);
  expect(server.received).toHaveLength(1);
});

test("several senders at once send each mail once", async () => {
  const readers = await Promise.all(Array.from({ length: 8 }, () => aPerson()));
  await queued(...readers);
  await Promise.all([1, 2, 3].map(() => sendAll()));
  const to = server.received.map((received) => received.to[0]);
  expect(to.sort()).toEqual(readers.map(({ handle }) => `${handle}@library.example`).sort());
});

test("who was cut off after handing over leaves a mail nobody sends again; before, one that is sent later", async () => {
  const other = await aPerson();
  await queued(tom, other);
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await db
    .update(mails)
    .set({ state: "sending", handedOverAt: ago(11) })
    .where(eq(mails.personId, tom.id));
  await db
    .update(mails)
    .set({ attempts: 1, nextTryAt: ago(-5) })
    .where(eq(mails.personId, other.id));
  await sendAll();
  expect([await state(tom), await state(other)]).toEqual([["unknown"], ["waiting"]]);
  await makeDue();
  await sendAll();
  expect([await state(tom), await state(other)]).toEqual([["unknown"], ["sent"]]);
  expect(server.received).toHaveLength(1);
});

test("one that is with another sender at this moment is left alone", async () => {
  await queued(tom);
  await db.update(mails).set({ state: "sending", handedOverAt: new Date() });
  await sendAll();
  expect(await state(tom)).toEqual(["sending"]);
});

test("nothing goes to who has left, to demonstration colleagues, to what is no address, or after three days", async () => {
  const demo = await aPerson({ demonstration: true });
  const list = await aPerson({ email: "a@library.example,b@library.example" });
  const late = await aPerson();
  await queued(tom, demo, list, late);
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, tom.id));
  await db
    .update(mails)
    .set({ createdAt: new Date(Date.now() - 73 * 3_600_000) })
    .where(eq(mails.personId, late.id));
  await sendAll();
  expect([await state(tom), await state(demo)]).toEqual([["skipped"], ["skipped"]]);
  expect([await state(list), await state(late)]).toEqual([["failed"], ["failed"]]);
  expect(server.received).toEqual([]);
});

test.each([
  ["a name", { name: "Tom\r\nBcc: everyone@library.example" }, {}],
  ["a name of marks", { name: '"Tom" <other@library.example>, Sam' }, {}],
  ["a subject", {}, { subject: "News\r\nBcc: everyone@library.example\r\n\r\nHello" }],
])("%s adds no header and no address", async (_, given, words) => {
  const reader = await aPerson(given);
  await queued(reader);
  await sendAll(words);
  const [received] = server.received;
  expect(received?.to).toEqual([`${reader.handle}@library.example`]);
  const [head = ""] = received?.raw.split("\r\n\r\n") ?? [];
  expect(head).not.toMatch(/^bcc:/im);
  expect(
    head
      .match(/^(to|subject|from|cc):/gim)
      ?.map((name) => name.toLowerCase())
      .sort(),
  ).toEqual(["from:", "subject:", "to:"]);
});

test("a mail server that is away leaves every mail as it was", async () => {
  await queued(tom);
  const { close } = server;
  const port = Number(new URL(server.url).port);
  await close();
  await expect(sendAll()).rejects.toThrow();
  expect(await outbox(tom)).toMatchObject([{ state: "waiting", attempts: 0 }]);
  const back = await aMailServer(port);
  await sendAll();
  expect(await state(tom)).toEqual(["sent"]);
  expect(back.received).toHaveLength(1);
  await back.close();
});
