import { eq, isNotNull } from "drizzle-orm";
import type { Page } from "playwright-core";
import { keepUpload } from "#app/files/keep-upload.server.ts";
import type { SimilarInsight } from "#app/insights/similar-insight.ts";
import { notificationKinds } from "#app/notifications/notification.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { files } from "#db/schema/files.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { aPdf, aPicture, arrived } from "#tests/files/samples.ts";
import { someImports } from "#tests/imports/some-imports.ts";
import { aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";
import { captureLine, openCaptureBox } from "./capture-box.ts";
import { type TalkedAbout, talkedAbout } from "./talked-about.ts";

const monday = mondayOf(dayIn("Europe/London", new Date()));

/** A library with something of everything in it, and an editor who reads it. */
export type FullLibrary = { reader: Person; insight: string } & TalkedAbout;

export async function aFullLibrary(): Promise<FullLibrary> {
  const reader = await aPerson({ role: "editor", name: "Siân Llewellyn-Featherstonehaugh" });
  const faculty = await aDepartment({ name: "Faculty of Arts", slug: "arts", kind: "faculty" });
  const about = await aDepartment({
    name: "Department of Politics, Philosophy and Economics",
    slug: "ppe",
    parent: faculty,
    nicknames: ["PPE"],
    oldNames: ["Institute of Government"],
  });
  await aLiaison({ department: about, person: reader });
  await aDepartment({ name: "Department of Silence", slug: "silence" });
  const given = { person: reader, departments: [about] };
  const body = "**Reading lists** go online, see [this](https://example.org) #reading-lists";
  const { id } = await anInsight({ ...given, body });
  await withFiles(reader, id);
  for (const kind of ["win", "question", "need"]) await anInsight({ ...given, sent: { kind } });
  for (const visibility of ["team", "me"])
    await anInsight({ ...given, sent: { visibility, basis: "opinion" } });
  await anInsight({ ...given, sent: { heardOn: daysAfter(monday, -10) } });
  await someImports({ person: reader, slug: about.slug });
  await toldOfEverything({ personId: reader.id, insightId: id });
  return { reader, insight: id, ...(await talkedAbout({ reader, departments: [about] })) };
}

/** An address of a state in this library. */
export function addressIn({ insight, talked, remark, open, answered }: FullLibrary, path: string): string {
  return path
    .replace("INSIGHT", insight)
    .replace("TALKED", talked)
    .replace("REMARK", remark)
    .replace("OPEN", open)
    .replace("ANSWERED", answered);
}

/** A notification of each kind, every other one read. */
async function toldOfEverything(to: { personId: string; insightId: string }): Promise<void> {
  const actorId = (await aPerson({ name: "Priya Shah" })).id;
  const rows = notificationKinds.map((kind, number) => {
    const at = new Date(Date.now() - number * 13 * 3_600_000);
    const readAt = number % 2 === 0 ? null : at;
    return { id: newId(), ...to, kind, actorId, dedupeKey: `${kind}:seen`, createdAt: at, readAt };
  });
  await db.insert(notifications).values(rows);
}

/** A poster and a document, as they go with an insight. */
async function withFiles(person: Person, insightId: string): Promise<void> {
  for (const [at, bytes] of [await aPicture("png"), aPdf()].entries()) {
    const kept = await keepUpload({ personId: person.id, upload: arrived(bytes, "On the wall") });
    if ("trouble" in kept) throw new Error(kept.trouble);
    const { file } = kept;
    const text = at === 0 ? "A poster on a wall" : "";
    await db
      .update(files)
      .set({ insightId, position: at, alternativeText: text })
      .where(eq(files.id, file.id));
  }
}

/** Every page there is, and how to bring it into each of its states. */
export const states: [state: string, path: string, act?: (page: Page) => Promise<unknown>][] = [
  ["this week", "/"],
  ["this week, the account menu open", "/", openMenu],
  ["this week, the capture box open", "/", wholeCaptureBox],
  ["this week, a picker's list open", "/", openPicker],
  ["this week, posting refused", "/", postNothing],
  ["this week, a tag half written", "/", writeHalfATag],
  ["this week, the shortcuts listed", "/", listShortcuts],
  ["a quiet week", `/weeks/${weekName(daysAfter(monday, -70))}`],
  ["all weeks", "/weeks"],
  ["posting", "/insights/new"],
  ["posting, all of it unfolded", "/insights/new", unfoldAll],
  ["posting, a value chosen", "/insights/new", pickOne],
  ["posting refused", "/insights/new", refuse],
  ["an insight", "/insights/INSIGHT"],
  ["an insight about to be hidden", "/insights/INSIGHT", unfoldAll],
  ["correcting", "/insights/INSIGHT/edit"],
  ["correcting, a picture removed, one added, and a file not taken", "/insights/INSIGHT/edit", changeFiles],
  ["an insight talked about", "/insights/TALKED"],
  ["an insight talked about, all of it unfolded", "/insights/TALKED", unfoldAll],
  ["an insight heard too", "/insights/TALKED", hearToo],
  ["saying how one heard it", "/insights/TALKED?open=heard"],
  ["telling colleagues", "/insights/TALKED?open=tell"],
  ["telling nobody", "/insights/TALKED?open=tell", tellNobody],
  ["correcting a comment", "/insights/TALKED?open=REMARK"],
  ["a comment refused", "/insights/TALKED", commentNothing],
  ["an open question", "/insights/OPEN"],
  ["an answered question", "/insights/ANSWERED"],
  ["answering with an insight", "/insights/OPEN/answer"],
  ["a search", "/search?q=reading&tag=reading-lists"],
  ["a search, its filters unfolded", "/search?q=reading", unfoldAll],
  ["a search that finds nothing", "/search?q=xyzzy&kind=win"],
  ["a search not understood", "/search?kind=nothing&page=99"],
  ["departments", "/departments"],
  ["a department", "/departments/ppe"],
  ["a department nothing was heard of", "/departments/silence"],
  ["bringing in", "/settings/import"],
  ["a file whose columns are told apart", "/settings/import", (page) => openImport(page, "columns.csv")],
  [
    "a checked file, some of it unknown and refused",
    "/settings/import",
    (page) => openImport(page, "checked.csv"),
  ],
  ["a file brought in", "/settings/import", (page) => openImport(page, "finished.csv")],
  ["my account", "/me"],
  ["what I was writing", "/me/drafts"],
  ["what I was told", "/notifications"],
  ["nothing older that I was told", "/notifications?before=1"],
  ["what I want to be told", "/me/notifications"],
  ["signing in over somebody", "/sign-in?switch=1"],
  ["posting, looked at again", "/insights/new", nameSomebody],
  ["posting, what colleagues noted", "/insights/new", writeTheLike],
  ["settings", "/settings"],
  ["templates", "/settings/templates", unfoldAll],
  ["nothing here", "/nowhere"],
];

async function openImport(page: Page, name: string) {
  await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("heading", { name }).waitFor();
  await unfoldAll(page);
}

async function hearToo(page: Page) {
  await page.getByRole("button", { name: /heard this too/ }).click();
  await page.getByText(/(added|taken back)\.$/).waitFor({ state: "attached" });
}

async function tellNobody(page: Page) {
  await page.getByRole("button", { name: "Tell them" }).click();
  await page.getByText("Choose who should know").waitFor();
  // Else what is half under the page's head counts as a small target.
  await page.evaluate(() => scrollTo(0, 0));
}

async function commentNothing(page: Page) {
  await page.getByRole("button", { name: "Post comment" }).click();
  await page.getByText("Write your comment").waitFor();
}

function openMenu(page: Page) {
  return page.locator("header details summary").click();
}

async function wholeCaptureBox(page: Page) {
  await openOnceSettled(page);
  await page.getByRole("button", { name: "Post insight" }).waitFor();
}

async function openPicker(page: Page) {
  await openOnceSettled(page);
  const box = page.locator("main input[role=combobox]").first();
  await box.click();
  await box.press("ArrowDown");
  await page.locator("main").getByRole("option").and(page.locator(":not(option)")).first().waitFor();
}

async function writeHalfATag(page: Page) {
  await openOnceSettled(page);
  await page.getByLabel("What did you hear?").pressSequentially("#read");
  await page.getByRole("listbox", { name: "Tags" }).waitFor();
}

async function listShortcuts(page: Page) {
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
}

async function postNothing(page: Page) {
  await openOnceSettled(page);
  await refuse(page);
}

/** What another state wrote may have been kept: then the box opens by itself when that has been fetched. */
async function openOnceSettled(page: Page) {
  await page.waitForLoadState("networkidle");
  if (await captureLine(page).isVisible()) await openCaptureBox(page);
}

async function refuse(page: Page) {
  // What another state wrote may have been kept, and comes back when it has been fetched.
  await page.waitForLoadState("networkidle");
  await page.getByLabel("What did you hear?").fill("");
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByRole("alert").waitFor();
}

async function nameSomebody(page: Page) {
  await page.getByLabel("What did you hear?").fill("Dr Smith is lazy, they say.");
  await page.getByText("You may want to look at this again.").waitFor();
}

async function writeTheLike(page: Page) {
  await page.route("**/insights/similar", (route) => route.fulfill({ json: [alike] }));
  await page.getByLabel("What did you hear?").fill("The printer in the mooting room jams");
  await page.getByRole("region", { name: "Colleagues already noted" }).waitFor();
}

const alike: SimilarInsight = {
  id: newId(),
  text: "The mooting room printer jams whenever a moot is on",
  about: "Department of Politics, Philosophy and Economics",
  by: "Priya Shah",
  heardOn: monday,
  kind: "observation",
  voices: 3,
  given: false,
};

async function pickOne(page: Page) {
  await page.getByLabel("What did you hear?").click();
  const box = page.locator("main input[role=combobox]").first();
  await box.fill("ppe");
  await page.locator("main").getByRole("option").and(page.locator(":not(option)")).first().click();
}

async function changeFiles(page: Page) {
  // What was changed here before stands in a draft.
  await db.delete(drafts).where(isNotNull(drafts.insightId));
  await page.goto(page.url());
  await page.getByRole("button", { name: "Remove On the wall.png" }).first().click();
  const picture = { name: "Poster.png", mimeType: "image/png", buffer: await aPicture("png") };
  const text = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") };
  await page.locator("input[type=file]").setInputFiles([picture, text]);
  await page.getByRole("button", { name: "Remove Poster.png" }).first().waitFor();
  await page.getByText("is not a picture").first().waitFor();
}

function unfoldAll(page: Page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("main details")) details.open = true;
  });
}
