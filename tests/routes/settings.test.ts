import { and, eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { findLibrarySettings, forgetLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false });

afterEach(async () => {
  await db.delete(settings);
  forgetLibrarySettings();
});

const filled = {
  libraryName: "Bell Chambers Library",
  contact: "ask@bell.example",
  timeZone: "Europe/Dublin",
  departmentOne: "practice group",
  departmentMany: "practice groups",
  weekDay: "5",
  weekTime: "16:00",
};

test("settings list what a role may set, and an administrator more than an editor", async () => {
  const editor = await (await app.as(await aPerson({ role: "editor" }))).get("/settings");
  expect(editor.text).toContain('href="/settings/templates"');
  expect(editor.text).not.toContain('href="/settings/library"');
  const admin = await (await app.as(await aPerson({ role: "admin" }))).get("/settings");
  expect(admin.text).toContain('href="/settings/library"');
  const liaison = await app.as(await aPerson({ role: "liaison" }));
  expect((await liaison.get("/settings")).status).toBe(404);
  expect((await liaison.get("/")).text).not.toContain('href="/settings"');
});

test("an administrator names the library and its words, and every page says so", async () => {
  const person = await aPerson({ role: "admin" });
  const client = await app.as(person);
  await aDepartment({ name: "Shipping law" });
  expect((await client.post("/settings/library", filled)).location).toBe("/settings/library");
  const page = await client.get("/settings/library");
  expect(page.text).toContain('value="Bell Chambers Library"');
  expect(await findLibrarySettings()).toMatchObject({
    timeZone: "Europe/Dublin",
    departmentWord: { one: "practice group", many: "practice groups" },
    weekMoment: { day: 5, time: "16:00" },
  });
  for (const address of ["/sign-in", "/about/accessibility"]) {
    const { text } = await (await app.as()).get(address);
    expect(text).toContain("Bell Chambers Library");
    expect(text).toContain('href="mailto:ask@bell.example"');
  }
  for (const address of [
    "/departments",
    "/",
    "/insights/new",
    "/search",
    "/me/notifications",
    "/me/checks",
  ]) {
    const { text } = await client.get(address);
    expect(text.replaceAll("/departments", ""), address).toMatch(/practice groups?/i);
    expect(shown(text), address).not.toMatch(/\bdepartments?\b/i);
  }
  const refused = await client.post("/insights/new", {
    key: crypto.randomUUID(),
    body: "x",
    channel: "coffee",
  });
  expect(refused.text).toContain("Choose a practice group");

  const entry = and(eq(events.name, "library.settings-changed"), eq(events.actorId, person.id));
  const [recorded] = await db.select().from(events).where(entry);
  const changed = ["contact", "departmentWord", "libraryName", "timeZone", "weekMoment"];
  expect(recorded?.fields.toSorted()).toEqual(changed);
  await client.post("/settings/library", filled);
  expect(await db.$count(events, entry)).toBe(1);
});

/** What a reader is shown: no addresses, names of fields or data. */
function shown(html: string): string {
  return html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, "").replaceAll(/<[^>]*>/g, " ");
}

test.each([
  [{ libraryName: "  " }, "Enter the library&#x27;s name"],
  [{ contact: "the desk upstairs" }, "An e-mail address, such as"],
  [{ timeZone: "Europe/Atlantis" }, "Not a time zone"],
  [{ departmentOne: "" }, "Enter the word for one"],
  [{ departmentMany: "<groups>" }, "Letters, digits, spaces and hyphens only"],
  [{ weekDay: "8" }, "Choose a day"],
  [{ weekDay: "" }, "Choose a day"],
  [{ weekTime: "24:00" }, "A time from 00:00 to 23:59"],
])("%j is refused beside its field, with what was typed", async (wrong, message) => {
  const client = await app.as(await aPerson({ role: "admin" }));
  const answer = await client.post("/settings/library", { ...filled, ...wrong });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(message);
  expect(answer.text).toContain(`value="${{ ...filled, ...wrong }.weekTime}"`);
  expect(await db.select().from(settings)).toEqual([]);
});
