import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { openCaptureBox } from "./capture-box.ts";

const browser = useBrowser();
const password = "a password long enough to sign in with";
const expecting = [/ERR_/, /Failed to load/, /service ?worker/i];
const onDevice = (page: Page) => page.getByRole("region", { name: "On this device" });

/** The page has its service worker, and what the form offers is on the device. */
async function atHand(page: Page): Promise<void> {
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // One that was made ready while this page was on its way may have missed it: the next is its own.
  await page.goto("/");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await openCaptureBox(page);
  await page.getByRole("button", { name: "Post insight" }).waitFor();
  await expect.poll(() => keptByBrowser(page)).toContain('"choices":{');
}

/** All that this browser keeps of the site, as text: storage, databases, and each answer in its caches. */
function keptByBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        found.push(request.url, (await answer?.text()) ?? "");
      }
    }
    for (const { name = "" } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((done) => {
        const asking = indexedDB.open(name);
        asking.onsuccess = () => done(asking.result);
      });
      for (const store of opened.objectStoreNames) {
        const all = opened.transaction(store).objectStore(store).getAll();
        found.push(JSON.stringify(await new Promise((done) => (all.onsuccess = () => done(all.result)))));
      }
      opened.close();
    }
    return found.join("\n");
  });
}

test("without a connection a page of our own takes an insight, and it is sent when there is one again", async () => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const { slug } = await aDepartment();
  const page = await browser.signedInAs(person, { serviceWorker: true, expecting, width: 390 });
  await atHand(page);
  const context = page.context();
  await context.setOffline(true);
  await page.evaluate(() => void window.location.assign("/insights/new"));
  await page.getByRole("heading", { name: "There is no connection just now" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("What did you hear?").fill("Heard in the basement.");
  await page.getByLabel("Department").selectOption(slug);
  await page.getByRole("button", { name: "Keep it on this device" }).tap();
  await page.getByText("1 insight is waiting").waitFor();
  await page.getByLabel("What did you hear?").fill("Half a sentence");
  await context.setOffline(false);
  await page.getByText("You are connected again.").waitFor();
  expect(await page.getByLabel("What did you hear?").inputValue()).toBe("Half a sentence");
  await page.getByLabel("What did you hear?").fill("");
  await onDevice(page).getByText("1 insight sent").waitFor();
  const posted = await db.select().from(insights).where(eq(insights.authorId, person.id));
  expect(posted.filter(({ body }) => body === "Heard in the basement.").length).toBe(1);
});

test("on a shared computer nothing of one person is left for the next", async () => {
  const priya = await aPerson({ name: "Priya Pendragon" });
  const tom = await aPerson({ name: "Tom Tarrant", password });
  const { name } = await aDepartment({ name: "Department of Secrets" });
  await anInsight({ body: "A word that nobody else has: xylocopa." });
  const page = await browser.signedInAs(priya, { serviceWorker: true, expecting });
  await atHand(page);
  await page.getByLabel("What did you hear?").fill("Half a sentence of Priya's");
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("corridor-draft")));
  const before = await keptByBrowser(page);
  expect(before).toContain("Half a sentence of Priya's");
  expect(before).toContain(name);
  // What the reader may see is never in a cache, not even while they are signed in.
  expect(before).not.toContain("xylocopa");

  await page.locator("header details summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByText("You are signed out.").waitFor();
  const after = await keptByBrowser(page);
  for (const left of ["Half a sentence", priya.id, "Pendragon", name]) expect(after).not.toContain(left);

  await page.getByLabel("E-mail address").fill(`${tom.handle}@library.example`);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("banner").waitFor();
  await atHand(page);
  const toms = await keptByBrowser(page);
  expect(toms).toContain(tom.id);
  // Her name may stand there: Tom can mention her.
  for (const left of ["Half a sentence", priya.id]) expect(toms).not.toContain(left);
});

test("a new version's service worker takes the old one's place, and its cache goes", async () => {
  const page = await browser.signedInAs(await aPerson(), { serviceWorker: true, expecting });
  await atHand(page);
  await page.evaluate(async () => {
    const old = await caches.open("corridor-older");
    await old.put("/assets/older.js", new Response("old"));
    const registration = await navigator.serviceWorker.ready;
    await registration.unregister();
  });
  await atHand(page);
  await page.waitForFunction(async () => !(await caches.keys()).includes("corridor-older"));
  const [name] = await page.evaluate(() => caches.keys());
  const kept = await page.evaluate(
    async (cache) => (await (await caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname),
    name!,
  );
  expect(kept).toContain("/offline");
  for (const path of kept) expect(path).toMatch(/^\/(offline|assets\/.+)$/);
});

test("it can be installed: a manifest with icons that are there, and shortcuts", async () => {
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const answer = await page.request.get(address!);
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ name: "Corridor", start_url: "/", display: "standalone" });
  expect(manifest.shortcuts.map(({ url }: { url: string }) => url)).toEqual(["/insights/new", "/search"]);
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.request.get(src);
    expect([src, sizes, icon.status()]).toEqual([src, sizes, 200]);
  }
});
