import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf } from "#tests/support/browser-hands.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const password = "a password long enough to sign in with";

test.each(["/", "/insights/new"])(
  "whoever is not the one signed in takes over with their text kept, from %s",
  async (path) => {
    const [absent, present] = [
      await aPerson({ name: "Absent Abel" }),
      await aPerson({ name: "Present Pia", password }),
    ];
    const { name, slug } = await aDepartment();
    const page = await browser.signedInAs(absent);
    const hands = handsOf(page, "with the mouse");
    await page.goto(path);
    if (path === "/") await page.keyboard.press("c");
    await page.getByText("Posting as Absent Abel").waitFor();
    await hands.write("What did you hear?", "Written by Pia at Abel's desk.");
    await hands.pick("Department", name, name);
    await hands.follow("not you?");

    await expectHeading(page, "Sign in as yourself");
    expect(await page.getByRole("banner").count()).toBe(0);
    await page.getByLabel("E-mail address").fill(`${present.handle}@library.example`);
    await page.getByLabel("Password").fill(password);
    await hands.press("Sign in");

    await page.getByText("Posting as Present Pia").waitFor();
    expect(new URL(page.url()).pathname).toBe(path);
    await page.getByLabel("What did you hear?").and(page.locator(":visible")).waitFor();
    const kept = () => page.getByLabel("What did you hear?").inputValue();
    await expect.poll(kept).toBe("Written by Pia at Abel's desk.");
    await expect.poll(() => page.locator("[name=departments]").first().inputValue()).toBe(slug);
    await hands.pick("How was it heard?", "corr", "Corridor conversation");
    await hands.press("Post insight");
    const posted = page.getByRole("region", { name: "Posted. Thank you." }).getByRole("article");
    expect(await posted.innerText()).toContain("by Present Pia");
  },
);

test("one can stay who one is, and without script the way is the same", async () => {
  const person = await aPerson({ name: "Staying Stella" });
  const page = await browser.signedInAs(person, { javaScript: false });
  await page.goto("/insights/new");
  await page.getByRole("link", { name: "not you?" }).click();
  await page.getByRole("link", { name: "Stay signed in as Staying Stella" }).click();
  await page.getByText("Posting as Staying Stella").waitFor();
});
