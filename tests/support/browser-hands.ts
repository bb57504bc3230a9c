import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { expectFocus, tabTo } from "./browser-keys.ts";

/** The ways in which a page must work. */
export const ways = ["with the mouse", "by keyboard alone", "on a phone", "without script"] as const;
export type Way = (typeof ways)[number];

/** How a browser must be opened for each way. */
export const viewFor = {
  "with the mouse": { width: 1280 },
  "by keyboard alone": { width: 1280 },
  "on a phone": { width: 390 },
  "without script": { width: 1280, javaScript: false },
} as const;

/** What a person does on a page, done in one of the ways. */
export type Hands = {
  follow(name: string | RegExp): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  unfold(name: string | RegExp): Promise<void>;
  write(label: string | RegExp, text: string): Promise<void>;
  /** In a picker: what is typed and which option is meant by it. */
  pick(label: string, typed: string, option: string): Promise<void>;
  /** In a plain list. */
  select(label: string, option: string): Promise<void>;
  search(query: string): Promise<void>;
};

export function handsOf(page: Page, way: Way): Hands {
  const act = way === "by keyboard alone" ? reachAndEnter : way === "on a phone" ? tap : click;
  const to = (...by: Parameters<Page["getByRole"]>) =>
    page
      .getByRole(...by)
      .and(page.locator(":visible"))
      .first();
  /** Into a field, to type there: what is typed within milliseconds of a touch comes before the focus it brings. */
  async function enter(field: Locator): Promise<void> {
    if (way === "by keyboard alone") return void (await tabTo(page, field));
    await act(page, field);
    await expectFocus(field);
  }
  return {
    follow: (name) => act(page, to("link", { name })),
    press: (name) => act(page, to("button", { name })),
    unfold: (name) =>
      act(page, page.locator("summary", { hasText: name }).and(page.locator(":visible")).first()),
    async write(label, text) {
      const field = page.getByLabel(label).and(page.locator(":visible")).first();
      await enter(field);
      await page.keyboard.type(text);
    },
    async pick(label, typed, option) {
      if (way === "without script")
        return void (await page.getByLabel(label).first().selectOption({ label: option }));
      const box = page.getByRole("combobox", { name: label }).and(page.locator("input"));
      await enter(box);
      await page.keyboard.type(typed);
      const offered = page.getByRole("option", { name: option });
      await offered.waitFor();
      if (way === "by keyboard alone") await page.keyboard.press("Enter");
      else await act(page, offered);
      await offered.waitFor({ state: "hidden" });
    },
    async select(label, option) {
      const field = page.getByLabel(label, { exact: true }).and(page.locator(":visible"));
      if (way === "by keyboard alone") await tabTo(page, field);
      await field.selectOption({ label: option });
    },
    async search(query) {
      const field = page.getByLabel("Search what colleagues know");
      await enter(field);
      await field.press("ControlOrMeta+a");
      await page.keyboard.type(query);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.searchParams.get("q") === query);
    },
  };
}

function click(_: Page, target: Locator): Promise<void> {
  return target.click();
}

function tap(_: Page, target: Locator): Promise<void> {
  return target.tap();
}

async function reachAndEnter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** What a page says it is, once it is there. */
export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name });
  await heading.waitFor();
  expect(await heading.isVisible()).toBe(true);
}
