import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const list = /\/assets\/manifest-/;

test("a page is sent its own routes, the rest comes when somebody moves, and every step is one of the same document", async () => {
  const department = await aDepartment({ name: "School of Informatics" });
  const { id } = await anInsight({ departments: [department], body: "They want their 5G laboratory back." });
  const page = await browser.signedInAs(await aPerson());
  const asked: string[] = [];
  page.on("request", (request) => {
    if (list.test(request.url())) asked.push("list");
    if (request.resourceType() === "document") asked.push("document");
  });
  await page.goto(`/departments/${department.slug}`, { waitUntil: "networkidle" });
  expect(asked).toEqual(["document"]);

  // Known by a word in the address, where the page's own route would do as well.
  await page.goto("/departments", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "School of Informatics" }).first().press("Enter");
  await page.waitForURL(`**/departments/${department.slug}`);
  await page.locator(`a[href="/departments/${department.slug}/briefing"]`).first().click();
  await page.waitForURL("**/briefing");
  await page.locator("main").getByText("School of Informatics").first().waitFor();
  await page.goBack();
  await page.waitForURL(`**/departments/${department.slug}`);
  await page.locator(`a[href^="/insights/${id}"]`).first().click();
  await page.waitForURL(`**/insights/${id}**`);
  await page.getByText("They want their 5G laboratory back.").first().waitFor();
  await page.locator('a[href="/"]:visible').first().click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(asked).toEqual(["document", "document", "list"]);
});

test("the first page is found from one that was not sent it", async () => {
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/search", { waitUntil: "networkidle" });
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.locator('a[href="/"]:visible').first().press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.evaluate(() => "same" in window)).toBe(true);
});

test("without the list the page it stands on still answers, and a step elsewhere loads the page anew", async () => {
  await aDepartment({ name: "Faculty of Arts" });
  const page = await browser.signedInAs(await aPerson(), { expecting: [/manifest-/, /ERR_FAILED/] });
  await page.route(list, (route) => route.abort());
  await page.goto("/search", { waitUntil: "networkidle" });
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole("searchbox").first().fill("arts");
  await page.getByRole("searchbox").first().press("Enter");
  await page.waitForURL("**/search?q=arts*");
  expect(await page.evaluate(() => "same" in window)).toBe(true);

  const anew = page.waitForEvent("domcontentloaded");
  await page.locator('a[href="/departments"]:visible').first().click();
  await anew;
  expect(await page.evaluate(() => "same" in window)).toBe(false);
  await page.unroute(list);
  await page.locator('a[href="/departments"]:visible').first().click();
  await page.getByRole("link", { name: "Faculty of Arts" }).first().waitFor();
});
