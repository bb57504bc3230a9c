import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();

// Whatever goes wrong in the page fails the test that opened it: see browser-troubles.ts.
test("keys pressed while the page's script begins to run break nothing", async () => {
  const page = await browser.signedInAs(await aPerson());
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    const until = performance.now() + 3_000;
    port1.onmessage = () => {
      document.body
        ?.querySelector("a")
        ?.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true }));
      if (performance.now() < until) port2.postMessage("");
    };
    port2.postMessage("");
  });
  for (const path of ["/", "/departments"]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await page.locator("main").count()).toBe(1);
  }
});
