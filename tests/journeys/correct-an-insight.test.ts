import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const body = "They will close the map room.";

async function rewrite(page: Page, text: string, button: string): Promise<void> {
  await page.getByLabel("What did you hear?").fill(text);
  await page.getByRole("button", { name: button }).click();
}

test.each(ways)("its author corrects an insight, %s", async (way) => {
  const { id, person } = await anInsight({ body });
  const page = await browser.signedInAs(person, viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.follow("Edit");
  await expectHeading(page, "Edit insight");
  await hands.write("What did you hear?", "Not so: ");
  await hands.press("Save changes");
  await page.getByText("Your changes are saved.").waitFor();
  await page.getByText(/Not so:/).waitFor();
});

test.each([true, false])(
  "two who edit at once see both versions, nothing overwritten, script: %s",
  async (javaScript) => {
    const { id, person } = await anInsight({ body });
    const view = { javaScript, expecting: [/status of 409/] };
    const [here, there] = [await browser.signedInAs(person, view), await browser.signedInAs(person, view)];
    for (const page of [here, there]) await page.goto(`/insights/${id}/edit`);
    await rewrite(there, "They will close it in May.", "Save changes");
    await there.getByText("Your changes are saved.").waitFor();

    await rewrite(here, "They will close it in June.", "Save changes");
    await here.getByRole("alert").getByText("This insight was changed while you were editing").waitFor();
    const version = (title: string) =>
      here.locator("section", { has: here.getByRole("heading", { name: title }) });
    expect(await version("Saved meanwhile").innerText()).toContain("in May");
    expect(await version("Yours").innerText()).toContain("in June");

    await rewrite(here, "They will close it in May or June.", "Save mine over it");
    await here.getByText("in May or June").waitFor();
  },
);

test.each(ways)("its author withdraws an insight and brings it back, %s", async (way) => {
  const { id, person } = await anInsight({ body });
  const page = await browser.signedInAs(person, viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.press("Withdraw");
  await page.getByText("You withdrew this insight").waitFor();
  await hands.press("Bring it back");
  await page.getByRole("button", { name: "Withdraw" }).waitFor();
  expect(await page.getByText("You withdrew this insight").count()).toBe(0);
});

test.each(ways)("an editor hides an insight with a reason, and its author reads why, %s", async (way) => {
  const { id, person } = await anInsight({ body });
  const view = { ...viewFor[way], expecting: [/status of 40[04]/] };
  const page = await browser.signedInAs(await aPerson({ role: "editor" }), view);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.unfold("Hide");
  await hands.write("Why is it hidden?", "Names a person");
  await hands.press("Hide this insight");
  await page.getByRole("button", { name: "Show again" }).waitFor();

  const author = await browser.signedInAs(person, viewFor[way]);
  await author.goto(`/insights/${id}`);
  await author.getByText("Names a person. Only its author and editors see it.").waitFor();

  const colleague = await browser.signedInAs(await aPerson(), view);
  await colleague.goto(`/insights/${id}`);
  await expectHeading(colleague, "There is nothing here");
});

test("an insight's page is headed by its departments, each a link", async () => {
  const [law, history] = [await aDepartment({ name: "Law School" }), await aDepartment({ name: "History" })];
  const { id, person } = await anInsight({ body, departments: [law, history], sent: { kind: "win" } });
  const page = await browser.signedInAs(person);
  await page.goto(`/insights/${id}`);
  await expectHeading(page, "Law School · History");
  await page.getByRole("heading", { level: 1 }).getByRole("link", { name: "History" }).click();
  await expectHeading(page, /^History$/);
});
