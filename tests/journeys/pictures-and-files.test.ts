import { eq } from "drizzle-orm";
import type { FileChooser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { files } from "#db/schema/files.server.ts";
import { aPdf, aPicture } from "#tests/files/samples.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf, viewFor, type Way } from "#tests/support/browser-hands.ts";
import { expectFocus, tabTo } from "#tests/support/browser-keys.ts";
import { aDepartment, anInsight } from "#tests/support/factories.ts";

const browser = useBrowser({ settings: { WRITES_PER_MINUTE: "10000" } });
let poster: { name: string; mimeType: string; buffer: Buffer };
const minutes = { name: "Minutes.pdf", mimeType: "application/pdf", buffer: aPdf() };
beforeAll(async () => {
  poster = {
    name: "Poster.png",
    mimeType: "image/png",
    buffer: await aPicture("png", { width: 900, height: 600 }),
  };
});

const field = (page: Page) => page.locator("input[type=file]");
const list = (page: Page) => page.getByRole("list", { name: "Pictures and files of this insight" });
const strip = (page: Page) => page.getByRole("region", { name: "Posted. Thank you." });
const shown = (page: Page) => strip(page).getByRole("img", { name: "A poster: silence after ten" });

async function writing(page: Page, way: Way): Promise<ReturnType<typeof handsOf>> {
  const { name } = await aDepartment();
  await page.goto("/insights/new");
  const hands = handsOf(page, way);
  await hands.write("What did you hear?", "A poster on the second floor.");
  await hands.pick("Department", name, name);
  return hands;
}

/** The picture was really loaded, not only named. */
function isLoaded(page: Page): Promise<boolean> {
  return shown(page).evaluate((picture: HTMLImageElement) =>
    picture.decode().then(
      () => picture.naturalWidth > 0,
      () => false,
    ),
  );
}

test.each(["with the mouse", "by keyboard alone", "on a phone"] as const)(
  "a picture is chosen, described and posted, %s",
  async (way) => {
    const { person } = await anInsight({ sent: { channel: "coffee" } });
    // A picture opened by itself is a page of the browser's own, which may have no styles there.
    const page = await browser.signedInAs(person, { ...viewFor[way], expecting: [/inline style/] });
    // Whoever listens only when the key is pressed may be too late for the chooser it opens.
    const chooser = new Promise<FileChooser>((resolve) => page.once("filechooser", resolve));
    const hands = await writing(page, way);
    if (way === "by keyboard alone") {
      await tabTo(page, field(page));
      await page.keyboard.press("Enter");
      await (await chooser).setFiles(poster);
    } else await field(page).setInputFiles(poster);
    const words = page.getByLabel("What does it show?");
    if (way === "on a phone") {
      // Letters sent within milliseconds of a touch are lost by the emulated telephone, not by the page.
      await words.tap();
      await words.fill("A poster: silence after ten");
    } else await hands.write("What does it show?", "A poster: silence after ten");
    await expectAccessible(page, `a picture chosen, ${way}`);
    await hands.press("Post insight");
    await shown(page).waitFor();
    expect(await isLoaded(page)).toBe(true);
    await hands.follow("A poster: silence after ten");
    await page.waitForURL(/\/files\/[0-9a-f-]{36}$/);
  },
);

test("without script the form brings the picture, asks what it shows, and posts it", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person, {
    ...viewFor["without script"],
    expecting: [/status of 400/],
  });
  const hands = await writing(page, "without script");
  await field(page).setInputFiles([poster, minutes]);
  await hands.press("Post insight");
  await page.getByText("Describe “Poster.png”").first().waitFor();
  expect(await page.getByLabel("What did you hear?").inputValue()).toBe("A poster on the second floor.");
  expect(await list(page).getByRole("listitem").count()).toBe(2);
  await hands.write("What does it show?", "A poster: silence after ten");
  await hands.press("Post insight");
  await shown(page).waitFor();
  expect(await strip(page).getByRole("link", { name: "Minutes.pdf" }).getAttribute("href")).toMatch(
    /^\/files\//,
  );
});

/** What a browser does when files are pasted or dropped: the events themselves, with the files in them. */
async function hand(page: Page, how: "paste" | "drop", words = ""): Promise<void> {
  const given = { how, words, name: poster.name, base64: poster.buffer.toString("base64") };
  await page.getByLabel("What did you hear?").evaluate((text, { how, words, name, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type: "image/png" }));
    if (words) data.setData("text/plain", words);
    const about = { bubbles: true, cancelable: true };
    if (how === "drop") text.dispatchEvent(new DragEvent("dragover", { ...about, dataTransfer: data }));
    text.dispatchEvent(
      how === "drop"
        ? new DragEvent("drop", { ...about, dataTransfer: data })
        : new ClipboardEvent("paste", { ...about, clipboardData: data }),
    );
  }, given);
}

test.each(["paste", "drop"] as const)("a picture comes by %s onto the text", async (how) => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person);
  await writing(page, "with the mouse");
  await hand(page, how);
  await list(page).getByText("Poster.png").first().waitFor();
  await page.getByLabel("What does it show?").waitFor();
  if (how === "drop") return;
  // A word processor's copy holds a picture of the words as well: the words are meant.
  await hand(page, "paste", "words");
  await hand(page, "paste");
  await expect.poll(() => list(page).getByRole("listitem").count()).toBe(2);
});

test("removed and brought back, a file keeps its words and the focus follows; a sixth is one too many", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person);
  const hands = await writing(page, "with the mouse");
  await field(page).setInputFiles([poster, minutes]);
  await hands.write("What does it show?", "A poster: silence after ten");
  await page.getByRole("button", { name: "Remove Poster.png" }).click();
  const undo = list(page).getByRole("button", { name: "Undo" });
  await expectFocus(undo);
  await undo.click();
  const words = () => page.getByLabel("What does it show?").inputValue();
  await expect.poll(words).toBe("A poster: silence after ten");
  await page.getByRole("button", { name: "Remove Minutes.pdf" }).click();
  await field(page).setInputFiles(Array.from({ length: 5 }, (_, at) => ({ ...minutes, name: `${at}.pdf` })));
  await page.getByText("“4.pdf” was not taken: at most five").first().waitFor();
  await hands.press("Post insight");
  await shown(page).waitFor();
  expect(await strip(page).getByRole("link", { name: /\.pdf/ }).allInnerTexts()).toEqual([
    expect.stringContaining("0.pdf"),
    expect.stringContaining("1.pdf"),
    expect.stringContaining("2.pdf"),
    expect.stringContaining("3.pdf"),
  ]);
});

test("posted while a file is on its way, it waits for the file", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person);
  const hands = await writing(page, "with the mouse");
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/files", async (route) => {
    await held;
    await route.continue();
  });
  await field(page).setInputFiles(minutes);
  await page.getByRole("progressbar").waitFor();
  await hands.press("Post insight");
  await page.getByText("posted as soon as the files have arrived").waitFor();
  await expectAccessible(page, "waiting for a file");
  letGo();
  await strip(page).getByRole("link", { name: "Minutes.pdf" }).waitFor();
});

test("an upload that fails is said, the text stays, and it is posted without", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person, { expecting: [/ERR_FAILED|Failed to load|net::/] });
  const hands = await writing(page, "with the mouse");
  await page.route("**/files", (route) => route.abort());
  await field(page).setInputFiles(minutes);
  await page.getByText("“Minutes.pdf” did not arrive").first().waitFor();
  await hands.press("Post insight");
  await strip(page).waitFor();
  expect(await db.select().from(files).where(eq(files.uploadedBy, person.id))).toEqual([]);
});

test("undone, the picture comes back into the box with its words", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person);
  const hands = await writing(page, "with the mouse");
  await field(page).setInputFiles(poster);
  await hands.write("What does it show?", "A poster: silence after ten");
  await hands.press("Post insight");
  await strip(page).getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone: nobody sees it any more").waitFor();
  await list(page).getByText("Poster.png").first().waitFor();
  const words = () => page.getByLabel("What does it show?").inputValue();
  await expect.poll(words).toBe("A poster: silence after ten");
  await hands.press("Post insight");
  await shown(page).waitFor();
});

test("begun on one device and gone on with on another, the picture and its words are there", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person);
  const hands = await writing(page, "with the mouse");
  await field(page).setInputFiles([minutes, poster]);
  await hands.write("What does it show?", "A poster: silence after ten");
  const kept = () => db.select({ fields: drafts.fields }).from(drafts).where(eq(drafts.personId, person.id));
  await expect
    .poll(async () => (await kept())[0]?.fields.fileText, { timeout: 15_000 })
    .toEqual(["", "A poster: silence after ten"]);

  const other = await browser.signedInAs(person);
  await other.goto("/insights/new");
  await list(other).getByText("Poster.png").first().waitFor();
  await expect.poll(() => list(other).getByText("Minutes.pdf").count()).toBeGreaterThan(0);
  const words = () => other.getByLabel("What does it show?").inputValue();
  await expect.poll(words).toBe("A poster: silence after ten");
  await handsOf(other, "with the mouse").press("Post insight");
  await shown(other).waitFor();
  await expect.poll(() => strip(other).getByRole("link", { name: "Minutes.pdf" }).count()).toBe(1);
});
