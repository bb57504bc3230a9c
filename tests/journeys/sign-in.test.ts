import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { aPerson } from "#tests/support/factories.ts";

const browser = useBrowser({ settings: { CORRIDOR_DEMO: "1" } });
const password = "four unrelated words here";

test.each(ways)(
  "one signs in with a password, is led to where one was going, and out again, %s",
  async (way) => {
    const handle = `tester${ways.indexOf(way)}`;
    await aPerson({ handle, password, name: "Ada Vale" });
    const page = await browser.visitor(viewFor[way]);
    const hands = handsOf(page, way);
    await page.goto("/departments");
    await expectHeading(page, "Sign in");
    await hands.write("E-mail address", `${handle}@library.example`);
    await hands.write("Password", password);
    await hands.press("Sign in");
    await expectHeading(page, "Departments");

    await hands.unfold("Ada Vale");
    await hands.press("Sign out");
    await page.getByText("You are signed out.").waitFor();
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("sid");
  },
);

test.each(ways)("a wrong password is said beside the field, and the address is kept, %s", async (way) => {
  const page = await browser.visitor({ ...viewFor[way], expecting: [/status of 400/] });
  const hands = handsOf(page, way);
  await page.goto("/sign-in");
  await hands.write("E-mail address", "nobody@library.example");
  await hands.write("Password", "not this one at all");
  await hands.press("Sign in");
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("nobody@library.example");
  expect(await page.getByLabel("E-mail address").getAttribute("aria-invalid")).toBe("true");
});

test.each(ways)("one press signs in to the demonstration, %s", async (way) => {
  const email = "liaison@northmoor.example";
  await aPerson({ name: "Priya Shah", email, demonstration: true }).catch(() => undefined);
  const page = await browser.visitor(viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto("/sign-in");
  await hands.press("Priya Shah, liaison librarian");
  await expectHeading(page, /^Week/);
});
