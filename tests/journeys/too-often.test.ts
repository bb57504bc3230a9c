import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser({ settings: { WRITES_PER_MINUTE: "1", SEARCHES_PER_MINUTE: "1" } });

test.each(ways)(
  "a post too many is refused in words, and what was typed and chosen stays, %s",
  async (way) => {
    const { name } = await aDepartment();
    const page = await browser.signedInAs(await aPerson(), { ...viewFor[way], expecting: [/status of 429/] });
    const hands = handsOf(page, way);
    const write = async (text: string) => {
      await page.goto("/insights/new");
      await hands.write("What did you hear?", text);
      await hands.pick("Department", name, name);
      await hands.pick("How was it heard?", "corr", "Corridor conversation");
      await hands.press("Post insight");
    };
    await write("The first.");
    await page.getByText("Posted. Thank you.").waitFor();
    await write("Words worth keeping.");
    await page.getByText("Not saved yet: that was a lot in a short time").waitFor();
    expect(await page.getByLabel("What did you hear?").inputValue()).toBe("Words worth keeping.");
    expect(await page.locator("form").getByText(name).first().textContent()).toContain(name);
  },
);

test("typing slowly is one search, whatever the limit; another search too many says how long to wait", async () => {
  const page = await browser.signedInAs(await aPerson(), { expecting: [/status of 429/] });
  await page.goto("/search");
  for (const [end] of [..."quokka"].entries()) {
    const q = "quokka".slice(0, end + 1);
    await page.locator("header input[name=q]").first().fill(q);
    await page.waitForURL(`**/search?q=${q}`);
  }
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("quokka");
  await page.goto("/search?q=lamps");
  await page.getByRole("heading", { name: "That was a lot in a short time" }).waitFor();
});
