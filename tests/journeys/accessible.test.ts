import { beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { addressIn, aFullLibrary, states } from "./every-state.ts";

const browser = useBrowser();
let library: Awaited<ReturnType<typeof aFullLibrary>>;
beforeAll(async () => {
  library = await aFullLibrary();
});

describe.each([1280, 390])("%s px wide", (width) => {
  test("no page breaks a rule in any state", { timeout: 180_000 }, async () => {
    const page = await browser.signedInAs(library.reader, { width, expecting: [/status of 40[0-9]/] });
    for (const [state, path, act] of states) {
      await page.goto(addressIn(library, path));
      await act?.(page);
      await expectAccessible(page, state);
    }
  });

  test("nor does signing in", async () => {
    const page = await browser.visitor({ width, expecting: [/status of 400/] });
    await page.goto("/sign-in");
    await expectAccessible(page, "signing in");
    await page.getByLabel("E-mail address").fill("nobody@library.example");
    await page.getByLabel("Password").fill("wrong, and long");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, "refused");
  });
});

test("a broken rule would be found", async () => {
  const page = await browser.visitor();
  await page.goto("/sign-in");
  await page.evaluate(() => document.querySelector("label")?.remove());
  await expect(expectAccessible(page)).rejects.toThrow("sign-in");
});
