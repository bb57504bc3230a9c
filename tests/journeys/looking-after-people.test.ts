import { expect, test } from "vitest";
import { anAdministrator, password } from "#tests/people/people.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aPerson, aTeam } from "#tests/support/factories.ts";

const browser = useBrowser({ worker: false, search: false });

test("an administrator invites a colleague, who follows the link and chooses a password", async () => {
  await aTeam({ name: "Enquiry desk" });
  const page = await browser.signedInAs(await anAdministrator());
  await page.goto("/settings/people");
  await page.getByLabel("Name", { exact: true }).fill("Mair Owen");
  await page.getByLabel("E-mail address").fill("mair@library.example");
  await page.getByLabel("Team", { exact: true }).selectOption("Enquiry desk");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = page.getByLabel("Link", { exact: true });
  await link.waitFor();
  const colleague = await browser.visitor({ width: 390, expecting: [/status of 404/] });
  await colleague.goto(new URL(await link.inputValue()).pathname);
  await colleague.getByRole("heading", { name: "Welcome, Mair Owen" }).waitFor();
  await colleague.getByLabel("Password", { exact: true }).fill("twelve unrelated sparrows");
  await colleague.getByRole("button", { name: "Set password and begin" }).tap();
  await colleague.getByText("Welcome. Your password is set").waitFor();
  await colleague.goto(new URL(await link.inputValue()).pathname);
  await colleague.getByRole("heading", { name: "This link opens nothing" }).waitFor();
});

test("a disabled person's open page is refused at the next click", async () => {
  const person = await aPerson({ password });
  const theirs = await browser.signedInAs(person, { expecting: [/status of 40[0-9]/] });
  await theirs.goto("/");
  const page = await browser.signedInAs(await anAdministrator());
  await page.goto(`/settings/people/${person.handle}`);
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await page.getByText("Disabled: nobody can sign in as them").waitFor();
  await theirs
    .getByRole("navigation", { name: "Main" })
    .first()
    .getByRole("link", { name: "Departments" })
    .click();
  await theirs.getByRole("heading", { name: "Sign in" }).waitFor();
  await theirs.getByLabel("E-mail address").fill(`${person.handle}@library.example`);
  await theirs.getByLabel("Password").fill(password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await theirs.getByRole("alert").waitFor();
  expect(await theirs.title()).toContain("Sign in");
});
