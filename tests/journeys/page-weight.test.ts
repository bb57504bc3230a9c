import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { demoInsights } from "#db/demo/content/all-insights.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
/** As browsers are sent it, in brotli. */
const allowed = 120_000;
/** In gzip, for whoever stands behind a proxy that knows no better. */
const allowedInGzip = { "/": 114_500, "/insights/new": 117_500, "/search": 119_800, "/departments": 98_000 };
const allowedInFonts = 60_000;
const departments = ["School of Informatics", "Department of Politics", "Faculty of Arts", "Medical School"];

/** A week as the demonstration library has them: 20 insights of two or three sentences, by four colleagues. */
beforeAll(async () => {
  const about = await Promise.all(departments.map((name) => aDepartment({ name })));
  const people = await Promise.all(about.map(() => aPerson()));
  for (const [at, { body }] of demoInsights.slice(0, 20).entries()) {
    const [department, person] = [about[at % about.length], people[(at * 3) % people.length]];
    if (department && person) await anInsight({ departments: [department], person, body });
  }
});

test.each(Object.entries(allowedInGzip))(
  "%s weighs at most 120 kB as it arrives, and %i bytes in gzip",
  async (path, gzipped) => {
    const page = await browser.signedInAs(await aPerson());
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    // Nobody is there yet: Chromium may make up a move of the mouse, at which the list of all other routes is fetched.
    await page.addInitScript(() => {
      addEventListener("pointermove", (event) => event.stopImmediatePropagation(), { capture: true });
      // Nor does it come to rest: what a page fetches then, after seconds, is no part of it, however slow the machine.
      const soon = setTimeout;
      const only = (then: () => void, ms = 0, ...given: []) => (ms < 1_000 ? soon(then, ms, ...given) : 0);
      Object.assign(window, { setTimeout: only, setInterval: () => 0 });
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const sent: Record<string, number> = {};
    let inGzip = 0;
    for (const response of responses) {
      const type = response.request().resourceType();
      const { responseBodySize } = await response.request().sizes();
      sent[type] = (sent[type] ?? 0) + responseBodySize;
      if (type !== "font") inGzip += gzipSync(await response.body()).length;
    }
    const { font: inFonts = 0, ...rest } = sent;
    console.log(`${path}: ${responses.length} files, ${inGzip} bytes in gzip; sent:`, sent);
    expect(Object.values(rest).reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(allowed);
    expect(inGzip).toBeLessThanOrEqual(gzipped);
    // They come after the words, which stand in the reader's own type until then.
    expect(inFonts).toBeLessThanOrEqual(allowedInFonts);
  },
);
