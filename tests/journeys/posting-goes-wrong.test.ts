import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { endSession } from "#app/people/end-sessions.server.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { expectFocus } from "#tests/support/browser-keys.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const text = "A sentence worth keeping.";

async function write(page: Page, department?: string): Promise<void> {
  const hands = handsOf(page, "with the mouse");
  await hands.write("What did you hear?", text);
  if (department) await hands.pick("Department", department, department);
  await hands.pick("How was it heard?", "corr", "Corridor conversation");
}

function textOn(page: Page): Promise<string> {
  return page.getByLabel("What did you hear?").inputValue();
}

test.each(ways)("what is missing is said beside its field, and the summary leads to it, %s", async (way) => {
  await aDepartment();
  const view = { ...viewFor[way], expecting: [/status of 400/] };
  const page = await browser.signedInAs(await aPerson(), view);
  const hands = handsOf(page, way);
  await page.goto("/insights/new");
  await hands.write("What did you hear?", text);
  await hands.press("Post insight");

  const summary = page.getByRole("alert", { name: "2 things need your attention" });
  await summary.waitFor();
  if (way !== "without script") await expectFocus(summary);
  expect(await textOn(page)).toBe(text);
  await hands.follow("Choose a department");
  if (way !== "without script") {
    const field = page.getByRole("combobox", { name: "Department" });
    await expectFocus(field);
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
  }
});

test("when the server cannot save, the text stays, and posting again is enough", async () => {
  const { name } = await aDepartment();
  const page = await browser.signedInAs(await aPerson(), { expecting: [/status of 503/, /SyntaxError/] });
  await page.goto("/insights/new");
  await write(page, name);
  await page.route("**/insights/new.data*", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 503, contentType: "text/html", body: "<p>Not now</p>" })
      : route.fallback(),
  );
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Not saved yet").waitFor();
  expect(await textOn(page)).toBe(text);

  await page.unroute("**/insights/new.data*");
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Posted. Thank you.").waitFor();
});

const password = "a password long enough to sign in with";

async function endTheSession(page: Page): Promise<void> {
  const sid = (await page.context().cookies()).find((cookie) => cookie.name === "sid");
  await endSession(sid?.value ?? "");
}

async function signInAgain(page: Page, handle: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(`${handle}@library.example`);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in and save" }).click();
}

test("when the session ends while writing, one signs in over the form, and it is posted once", async () => {
  const { name } = await aDepartment();
  const person = await aPerson({ password });
  const page = await browser.signedInAs(person, { expecting: [/status of 40[01]/] });
  await page.goto("/insights/new");
  await write(page, name);
  await endTheSession(page);
  await page.getByRole("button", { name: "Post insight" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again to save it" });
  await dialog.waitFor();
  expect(await textOn(page)).toBe(text);
  await expectAccessible(page);
  await page.getByLabel("E-mail address").fill(`${person.handle}@library.example`);
  await page.getByLabel("Password").fill("not the password at all");
  await page.getByRole("button", { name: "Sign in and save" }).click();
  await dialog.getByText("do not go together").waitFor();
  await signInAgain(page, person.handle);
  await page.getByText("Posted. Thank you.").waitFor();
  const posted = await db.select().from(insights).where(eq(insights.authorId, person.id));
  expect(posted.map(({ body }) => body)).toEqual([text]);
});

test("when somebody else signs in over the form, nothing is posted as theirs until they say so", async () => {
  const { name } = await aDepartment();
  const [writer, other] = [await aPerson(), await aPerson({ name: "Tom Tarrant", password })];
  const page = await browser.signedInAs(writer, { expecting: [/status of 40[19]/] });
  await page.goto("/insights/new");
  await write(page, name);
  await endTheSession(page);
  await page.getByRole("button", { name: "Post insight" }).click();
  await signInAgain(page, other.handle);
  await page.getByRole("heading", { name: "Tom Tarrant is signed in now" }).waitFor();
  await expectAccessible(page);
  expect(await db.select().from(insights).where(eq(insights.authorId, other.id))).toEqual([]);
  await page.getByRole("button", { name: "It is mine: go on as Tom Tarrant" }).click();
  await page.getByText("Posting as Tom Tarrant").waitFor();
  await page.waitForFunction((kept) => document.querySelector("textarea")?.value === kept, text);
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Posted. Thank you.").waitFor();
});

test("after an error the back button leads to where one was", async () => {
  const page = await browser.signedInAs(await aPerson(), { expecting: [/status of 40[04]/] });
  await page.goto("/departments");
  await page.getByRole("link", { name: "Post insight" }).first().click();
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByRole("alert").waitFor();
  await page.goBack();
  await expectHeading(page, "Departments");

  await page.goto("/nowhere");
  await expectHeading(page, "There is nothing here");
  await page.goBack();
  await expectHeading(page, "Departments");
});

test("an address that leads nowhere is answered inside the shell", async () => {
  const page = await browser.signedInAs(await aPerson(), { expecting: [/status of 404/] });
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expectHeading(page, "There is nothing here");
  expect(await page.title()).toBe("There is nothing here · Corridor");
  await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Search" }).click();
  await expectHeading(page, "Search");
});
