import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { endSession } from "#app/people/end-sessions.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
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
  if (way !== "without script") {
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
  }
  expect(await textOn(page)).toBe(text);
  await hands.follow("Choose a department");
  if (way !== "without script") {
    const field = page.getByRole("combobox", { name: "Department" });
    expect(await field.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
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

test("when the network is gone, the text stays, and posting again is enough", async () => {
  const { name } = await aDepartment();
  const page = await browser.signedInAs(await aPerson(), { expecting: [/ERR_INTERNET_DISCONNECTED/] });
  await page.goto("/insights/new");
  await write(page, name);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Not saved yet").waitFor();
  expect(await textOn(page)).toBe(text);

  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Posted. Thank you.").waitFor();
});

test("when the session ends while writing, the page says so and the text stays", async () => {
  const { name } = await aDepartment();
  const page = await browser.signedInAs(await aPerson(), { expecting: [/status of 401/] });
  await page.goto("/insights/new");
  await write(page, name);
  const sid = (await page.context().cookies()).find((cookie) => cookie.name === "sid");
  await endSession(sid?.value ?? "");
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Not saved yet: you have been signed out").waitFor();
  expect(await textOn(page)).toBe(text);
  expect(await page.getByRole("link", { name: "Sign in again in a new tab" }).isVisible()).toBe(true);
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
