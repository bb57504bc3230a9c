import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { openCaptureBox } from "./capture-box.ts";

const browser = useBrowser();

test.each(ways)("an insight heard in a corridor is posted and found at once, %s", async (way) => {
  const name = `School of Informatics ${ways.indexOf(way) + 1}`;
  const nickname = `Comp Sci ${ways.indexOf(way) + 1}`;
  await aDepartment({ name, nicknames: [nickname] });
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);

  await page.goto("/");
  await openCaptureBox(page, way);
  await hands.write(
    "What did you hear?",
    "They are moving every reading list to open textbooks #open-textbooks",
  );
  await hands.pick("Department", nickname, name);
  await hands.pick("How was it heard?", "corr", "Corridor conversation");
  await hands.press("Post insight");

  await page.getByText("Posted. Thank you.").waitFor();
  await hands.search(`${nickname} textbooks`);
  const found = page.getByRole("article", { name: `Insight about ${name}` });
  await found.waitFor();
  expect(await found.innerText()).toMatch(/heard in a corridor, today, by Sam/);
});

test.each(ways)("the channel used last time is chosen already, %s", async (way) => {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const page = await browser.signedInAs(person, viewFor[way]);
  await page.goto("/insights/new");
  await expectHeading(page, "Post an insight");
  expect(await page.locator("[name=channel]").inputValue()).toBe("coffee");
});
