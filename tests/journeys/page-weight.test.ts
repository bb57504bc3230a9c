import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
const allowed = 120_000;
const allowedInFonts = 60_000;

test.each(["/", "/insights/new", "/search", "/departments"])(
  "%s weighs at most 120 kB as it arrives",
  async (path) => {
    const department = await aDepartment();
    for (let number = 1; number <= 20; number++) {
      const body = `Heard ${number}: the reading list for week ${number} is out of print, and nobody at the desk was told.`;
      await anInsight({ departments: [department], body: `${body} #reading-lists` });
    }
    const page = await browser.signedInAs(await aPerson());
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    const headers = new Map<string, number>();
    const bodies = new Map<string, number>();
    const fonts = new Set<string>();
    devtools.on("Network.responseReceived", ({ requestId, response, type }) => {
      headers.set(requestId, response.encodedDataLength);
      if (type === "Font") fonts.add(requestId);
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      bodies.set(requestId, encodedDataLength - (headers.get(requestId) ?? 0)),
    );

    await page.goto(path, { waitUntil: "networkidle" });
    const inFonts = sum(new Map([...bodies].filter(([id]) => fonts.has(id))));
    const all = sum(bodies) - inFonts;
    console.log(
      `${path}: ${all} bytes in ${bodies.size - fonts.size} files, ${inFonts} of fonts, ${sum(headers)} of headers`,
    );
    expect(all).toBeLessThanOrEqual(allowed);
    // They come after the words, which stand in the reader's own type until then.
    expect(inFonts).toBeLessThanOrEqual(allowedInFonts);
  },
);

function sum(weights: Map<string, number>): number {
  return [...weights.values()].reduce((whole, part) => whole + part, 0);
}
