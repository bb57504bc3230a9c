import { expect, test } from "vitest";
import { mergeDepartments } from "#app/departments/merge-departments.server.ts";
import { signMailToken } from "#app/mail/mail-token.server.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { findWeeklyMailChoice } from "#app/weekly/find-weekly-mail-choice.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const oneClick = { "content-type": "application/x-www-form-urlencoded" };

/** As a mail program sends it: from anywhere, without cookies, origin or anything a browser adds. */
function press(token: string, body = "List-Unsubscribe=One-Click", headers: Record<string, string> = {}) {
  return fetch(`${app.origin}/mail/weekly/${token}`, {
    method: "POST",
    body,
    headers: { ...oneClick, ...headers },
    redirect: "manual",
  });
}

test("one press of the mail program's own stops the mail, and a second changes nothing", async () => {
  const person = await aPerson();
  const token = await signMailToken(person.id);
  for (const origin of [undefined, "https://mail.example"]) {
    const answer = await press(token, undefined, origin ? { origin } : {});
    expect(answer.status).toBe(303);
    expect((await findWeeklyMailChoice(person.id)).scope).toBe("never");
  }
});

test("a wrong token is nothing, and opens no other address to foreign writes", async () => {
  const person = await aPerson();
  const token = await signMailToken(person.id);
  expect((await press("A".repeat(65))).status).toBe(404);
  expect((await press("short")).status).toBe(403);
  for (const path of ["/me/weekly-mail", `/mail/weekly/${token}.data`, `/mail/weekly/${token}/x`]) {
    const answer = await fetch(app.origin + path, { method: "POST", body: "scope=never", headers: oneClick });
    expect([path, answer.status]).toEqual([path, 403]);
  }
  expect((await findWeeklyMailChoice(person.id)).scope).toBe("whole");
});

test("looking at the page changes nothing; without a session it stops or changes the mail in one press", async () => {
  const person = await aPerson();
  const token = await signMailToken(person.id);
  const client = await app.as();
  const page = await client.get(`/mail/weekly/${token}`);
  expect(page.text).toContain("Stop the weekly mail");
  expect(page.text).not.toContain(person.name);
  expect((await findWeeklyMailChoice(person.id)).scope).toBe("whole");
  await client.post(`/mail/weekly/${token}`, { scope: "mine", day: "3" });
  expect(await findWeeklyMailChoice(person.id)).toEqual({ scope: "mine", day: 3, topics: [] });
  const stopped = await client.post(`/mail/weekly/${token}`, { scope: "never" });
  expect((await client.get(stopped.location ?? "")).text).toContain("you get no weekly mail any more");
  expect(await findWeeklyMailChoice(person.id)).toEqual({ scope: "never", day: 3, topics: [] });
});

test.each([{ scope: "daily" }, { scope: "whole", day: "8" }, { day: "3" }, {}])(
  "%j is no choice",
  async (form) => {
    const client = await app.as(await aPerson());
    expect((await client.post("/me/weekly-mail", form as Record<string, string>)).status).toBe(400);
  },
);

test("one chooses on a page of one's own", async () => {
  const person = await aPerson();
  const client = await app.as(person);
  expect((await client.post("/me/weekly-mail", { scope: "mine", day: "" })).location).toBe("/me/weekly-mail");
  expect((await client.get("/me/weekly-mail")).text).toContain("What comes");
  expect(await findWeeklyMailChoice(person.id)).toEqual({ scope: "mine", day: null, topics: [] });
});

test("departments and tags for the top of it are kept, and stay when only the rest is chosen", async () => {
  const person = await aPerson();
  const client = await app.as(person);
  const [law, music] = [await aDepartment({ name: "School of Law" }), await aDepartment()];
  await anInsight({ sent: { tags: ["oboes"] } });
  const form = { scope: "whole", day: "", topics: "chosen", department: [law.slug, ""], tag: ["oboes", ""] };
  expect((await client.post("/me/weekly-mail", form)).location).toBe("/me/weekly-mail");
  const chosen = async () =>
    (await findWeeklyMailChoice(person.id)).topics.map(({ kind, slug }) => `${kind} ${slug}`);
  expect(await chosen()).toEqual([`department ${law.slug}`, "tag oboes"]);
  await press(await signMailToken(person.id));
  expect(await chosen()).toHaveLength(2);
  const today = dayIn("Europe/London", new Date());
  const editor = await aPerson({ role: "admin" });
  const merged = await mergeDepartments({ person: editor, slug: law.slug, into: music.slug, today });
  expect(merged.outcome).toBe("done");
  expect(await chosen()).toContain(`department ${music.slug}`);
  await client.post("/me/weekly-mail", { ...form, department: "", tag: "" });
  expect(await chosen()).toEqual([]);
});
