import type { Page } from "playwright-core";
import { type State, unfoldAll } from "./state.ts";

export const importStates: State[] = [
  ["bringing in", "/settings/import"],
  ["a file whose columns are told apart", "/settings/import", (page) => openImport(page, "columns.csv")],
  [
    "a checked file, some of it unknown and refused",
    "/settings/import",
    (page) => openImport(page, "checked.csv"),
  ],
  ["a file brought in", "/settings/import", (page) => openImport(page, "finished.csv")],
];

async function openImport(page: Page, name: string) {
  await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("heading", { name }).waitFor();
  await unfoldAll(page);
}
