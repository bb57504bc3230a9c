import type { Page } from "playwright-core";
import { accountStates } from "./states/account.ts";
import { captureStates } from "./states/capture.ts";
import { departmentStates } from "./states/departments.ts";
import { deskStates } from "./states/desk.ts";
import { importStates } from "./states/imports.ts";
import { insightStates } from "./states/insight.ts";
import { searchStates } from "./states/search.ts";
import { settingsStates } from "./states/settings.ts";
import type { State } from "./states/state.ts";
import { weekStates } from "./states/week.ts";

/** Every page there is, in each of its states, a list for each room. */
export const everyState: [room: string, states: State[]][] = [
  ["the week", weekStates],
  ["capture", captureStates],
  ["an insight", insightStates],
  ["search", searchStates],
  ["departments", departmentStates],
  ["the desk, evidence and briefings", deskStates],
  ["imports", importStates],
  ["settings", settingsStates],
  ["account", accountStates],
];

/**
 * From now on this page keeps nothing of what is written and finds nothing kept: what one state wrote must not come
 * back in another. That drafts are kept has journeys of its own.
 */
export async function keepNoDrafts(page: Page): Promise<void> {
  await page.route(/^https?:\/\/[^/]+\/drafts(\?|$)/, (route) =>
    route.fulfill({ json: route.request().method() === "GET" ? { drafts: [], posted: [] } : { kept: true } }),
  );
  await page.addInitScript(() => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("corridor-draft:")) localStorage.removeItem(name);
    }
  });
}
