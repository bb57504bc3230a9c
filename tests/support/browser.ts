import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { Person } from "#app/people/person.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { type TestApp, useApp } from "./app.ts";
import { browserPatience, findBrowser } from "./browser-program.ts";
import { type Watch, watchFor } from "./browser-troubles.ts";

export type View = {
  width?: number;
  /** A finger instead of a mouse; so by default on anything as narrow as a phone. */
  touch?: boolean;
  javaScript?: boolean;
  colorScheme?: "light" | "dark";
  /** With the service worker, which most tests do without. */
  serviceWorker?: boolean;
  /** Troubles this test is about: anything else that goes wrong on the page fails it. */
  expecting?: RegExp[];
};

export type TestBrowser = {
  app: TestApp;
  /** A page in a browser of this person's own. Paths are of the application: `page.goto("/search")`. */
  signedInAs(person: Person, view?: View): Promise<Page>;
  /** The same, of somebody not signed in. */
  visitor(view?: View): Promise<Page>;
};

/** How long anything on a page may take to come, so that what does not come is named before the test's own time is up. */
const patience = 60_000;

/** The application and a real browser for one test file. A test fails when its pages have any trouble. */
export function useBrowser(given: Parameters<typeof useApp>[0] = {}): TestBrowser {
  const app = useApp(given);
  const opened: { context: BrowserContext; watch: Watch }[] = [];
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await chromium.launch(await findBrowser());
  }, 2 * browserPatience);
  afterEach(async () => {
    const troubles = opened.flatMap(({ watch }) => watch.troubles());
    await Promise.all(opened.splice(0).map(({ context }) => context.close()));
    if (troubles.length > 0) throw new Error(`The page had troubles:\n${troubles.join("\n")}`);
  });
  afterAll(() => browser?.close());

  async function open(view: View, person?: Person): Promise<Page> {
    if (!browser) throw new Error("the browser is not running");
    const context = await browser.newContext(contextOptions(app.origin, view));
    context.setDefaultTimeout(patience);
    const { javaScript = true, expecting = [] } = view;
    opened.push({ context, watch: watchFor(context, { origin: app.origin, javaScript, expecting }) });
    if (person) {
      const token = await runTransaction((tx) =>
        startSession(tx, { personId: person.id, userAgent: "a test" }),
      );
      await context.addCookies([{ name: "sid", value: token, url: app.origin }]);
    }
    if (javaScript) context.newPage = thatWaits(context.newPage.bind(context));
    return context.newPage();
  }
  return { app, signedInAs: (person, view = {}) => open(view, person), visitor: (view = {}) => open(view) };
}

function contextOptions(origin: string, view: View) {
  const { width = 1280, touch = width < 600, javaScript = true, colorScheme = "light" } = view;
  return {
    baseURL: origin,
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: touch,
    isMobile: touch,
    javaScriptEnabled: javaScript,
    colorScheme,
    serviceWorkers: view.serviceWorker ? ("allow" as const) : ("block" as const),
    reducedMotion: "reduce" as const,
    locale: "en-GB",
  };
}

/** A page, opened or loaded anew, is there when its script has taken over, as it is for anybody who looks before acting. */
function thatWaits(newPage: BrowserContext["newPage"]): BrowserContext["newPage"] {
  return async () => {
    const page = await newPage();
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    page.goto = async (url, options) => await onceHydrated(page, goto(url, options));
    page.reload = async (options) => await onceHydrated(page, reload(options));
    return page;
  };
}

async function onceHydrated<Answer>(page: Page, loading: Promise<Answer>): Promise<Answer> {
  const answer = await loading;
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__react")));
  // What listens to keys is attached by effects, which run once hydration has let go of the thread.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done))));
  return answer;
}
