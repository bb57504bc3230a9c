import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { countKeys, expectFocus } from "#tests/support/browser-keys.ts";
import { aDepartment, anInsight } from "#tests/support/factories.ts";
import { captureLine } from "./capture-box.ts";

const browser = useBrowser();
const sentence = "They want longer loans over the summer.";

async function before(view: { width: number }) {
  const { person } = await anInsight({ sent: { channel: "coffee" } });
  const { name } = await aDepartment({ name: `Institute of Ornithology ${view.width}` });
  return { page: await browser.signedInAs(person, view), name };
}

/** How long the page has worked since it was opened: processor time of its own thread, whatever else the machine does. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
}

function report(where: string, presses: number, seconds: number): void {
  console.log(`${where}: ${presses} presses beside the sentence, ${seconds.toFixed(1)} s of the page's work`);
  expect(presses).toBeLessThanOrEqual(12);
  // A person types about as fast as five letters a second: the page adds little to it.
  expect(seconds).toBeLessThan(5);
}

test("a sentence about one department is posted on a phone in few taps and keys", async () => {
  const { page, name } = await before({ width: 390 });
  const worked = await workOf(page);
  await page.goto("/");
  const keys = await countKeys(page);
  let taps = 0;
  const tap = async (target: ReturnType<typeof page.locator>) => {
    taps += 1;
    await target.tap();
  };
  await tap(captureLine(page));
  await expectFocus(page.getByLabel("What did you hear?"));
  await page.keyboard.type(sentence);
  const department = page.getByRole("combobox", { name: "Department" }).and(page.locator("input"));
  await tap(department);
  await expectFocus(department);
  await page.keyboard.type("orn");
  await tap(page.getByRole("option", { name }));
  await tap(page.getByRole("button", { name: "Post insight" }));
  await page.getByRole("region", { name: "Posted. Thank you." }).getByText(sentence).waitFor();
  report("on a phone", taps + (await keys()) - sentence.length, await worked());
});

test("and at a desk without touching the mouse", async () => {
  const { page, name } = await before({ width: 1280 });
  const worked = await workOf(page);
  await page.goto("/");
  const keys = await countKeys(page);
  await page.keyboard.press("c");
  await page.keyboard.type(sentence);
  // Whoever types by hand is slower than the picker's arrival, which waits for nobody who has reached its field.
  await page.locator("main input[role=combobox]").first().waitFor();
  await page.keyboard.press("Tab");
  await expectFocus(page.getByRole("combobox", { name: "Department" }));
  await page.keyboard.type("orn");
  await page.getByRole("option", { name }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("region", { name: "Posted. Thank you." }).getByText(sentence).waitFor();
  report("at a desk", (await keys()) - sentence.length, await worked());
});
