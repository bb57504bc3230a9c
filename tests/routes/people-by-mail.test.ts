import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { sendMails } from "#app/mail/send-mails.server.ts";
import { writeInvitation, writePasswordReset } from "#app/people/write-link-mail.server.ts";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { people, personLinks, rateLimits } from "#db/schema/people.server.ts";
import { aMailServer } from "#tests/mail/a-mail-server.ts";
import { anAdministrator, details, password } from "#tests/people/people.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aPerson } from "#tests/support/factories.ts";

const server = await aMailServer();
const origin = "http://corridor.library.example";
const app = useApp({
  worker: false,
  search: false,
  settings: {
    MEILISEARCH: "off",
    SMTP_URL: server.url,
    MAIL_FROM: "Corridor <corridor@library.example>",
    APP_ORIGIN: origin,
  },
});
afterAll(() => server.close());
beforeEach(async () => {
  await db.delete(mails);
  await db.delete(rateLimits);
  server.received.length = 0;
});

/** A form as a browser sends it that knows the site by its own name. */
async function post(client: Client, path: string, fields: Record<string, string>) {
  return client.post(path, fields, { origin });
}

const send = () =>
  sendMails({ writers: { invitation: writeInvitation, "password-reset": writePasswordReset } });

/** The path of the link in the one mail that came. */
function linkReceived(): string {
  const [mail, ...more] = server.received;
  expect(more).toEqual([]);
  const text = (mail?.raw ?? "").replaceAll("=\r\n", "");
  const [, path = ""] = /corridor\.library\.example(\/links\/[\w-]+)/.exec(text) ?? [];
  return path;
}

test("an invitation goes by mail, with a link nobody but its reader is shown", async () => {
  const client = await app.as(await anAdministrator());
  const invited = details();
  const page = await post(client, "/settings/people", {
    intent: "invite",
    id: crypto.randomUUID(),
    way: "mail",
    ...invited,
  });
  expect(page.text).toContain(`${invited.name} is sent a link by mail.`);
  expect(page.text).not.toContain("/links/");
  expect(await db.$count(personLinks)).toBe(0);
  await send();
  expect(server.received[0]?.to).toEqual([invited.email]);
  const joined = await post(await app.as(), linkReceived(), { next: "twelve unrelated sparrows" });
  expect(joined.location).toBe("/");
  await send();
  expect(server.received).toHaveLength(1);
});

test("pressed twice, an invitation is one person and one mail", async () => {
  const client = await app.as(await anAdministrator());
  const sent = { intent: "invite", id: crypto.randomUUID(), way: "mail", ...details() };
  const pages = await Promise.all([1, 2, 3].map(() => post(client, "/settings/people", sent)));
  const again = await post(client, "/settings/people", sent);
  expect([...pages, again].some(({ text }) => text.includes("is sent a link by mail."))).toBe(true);
  expect(await db.$count(mails)).toBe(1);
  await send();
  expect(server.received).toHaveLength(1);
});

test("an invitation by mail may be shown instead", async () => {
  const client = await app.as(await anAdministrator());
  const sent = { intent: "invite", id: crypto.randomUUID(), way: "copy", ...details() };
  expect((await post(client, "/settings/people", sent)).text).toContain(`value="${origin}/links/`);
  expect(await db.$count(mails)).toBe(0);
});

test("whoever forgot a password is sent a link; the page says the same to everybody, five times", async () => {
  const person = await aPerson({ password });
  const disabled = await aPerson({ password });
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, disabled.id));
  const ask = async (email: string) => {
    const { status, text } = await post(await app.as(), "/forgot-password", { email });
    return { status, says: text.includes("If somebody here has that address") };
  };
  const emailOf = ({ handle }: { handle: string }) => `${handle}@library.example`;
  const answers = [emailOf(person), "nobody@library.example", emailOf(disabled)].map(ask);
  expect(await Promise.all(answers)).toEqual(Array(3).fill({ status: 200, says: true }));
  await send();
  expect(server.received.map(({ to }) => to)).toEqual([[emailOf(person)]]);
  expect((await (await app.as()).get(linkReceived())).text).toContain("Choose a new password");
  for (const email of [emailOf(person), "nobody@library.example"]) {
    for (let time = 2; time <= 5; time += 1) expect((await ask(email)).status).toBe(200);
    expect(await ask(email)).toEqual({ status: 429, says: false });
  }
  expect((await ask(emailOf(disabled))).status, "others are not kept waiting").toBe(200);
});

test("an administrator tries the mail settings, and is told what the mail server said", async () => {
  const person = await anAdministrator();
  const client = await app.as(person);
  const page = await client.get("/settings/mail");
  expect(page.text).toContain("corridor@library.example");
  expect((await post(client, "/settings/mail", {})).text).toContain("The mail server took a mail for");
  expect(server.received.map(({ to }) => to)).toEqual([[`${person.handle}@library.example`]]);
  server.manners.set(person.handle, { onAddress: 550 });
  const refused = await post(client, "/settings/mail", {});
  expect([refused.status, refused.text.includes("not this one")]).toEqual([400, true]);
});
