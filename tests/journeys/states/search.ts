import type { Page } from "playwright-core";
import { type State, unfoldAll } from "./state.ts";

export const searchStates: State[] = [
  ["a search", "/search?q=reading&tag=reading-lists"],
  ["a search, its filters unfolded", "/search?q=reading", unfoldAll],
  ["a search, why each is found unfolded", "/search?q=reading lists", unfoldAll],
  ["a search whose words speak of a time", "/search?q=reading lists last term", unfoldAll],
  ["a search that finds nothing", "/search?q=xyzzy&kind=win"],
  [
    "a search with phrases, a colleague and what is unread",
    '/search?q="reading" -printer by:nobody&unread=1',
  ],
  ["a search page before anything is asked, with saved searches", "/search"],
  ["a saved search opened", "/search?q=reading&new=0"],
  ["saving a search", "/search/save?q=reading&kind=need"],
  ["saving nothing", "/search/save"],
  ["my saved searches, unfolded", "/me/searches", unfoldAll],
  ["a saved search removed", "/me/searches", removeSavedSearch],
  ["more ways to search", "/search/more?q=reading&kind=win"],
  ["a search not understood", "/search?kind=nothing&page=99"],
];

async function removeSavedSearch(page: Page) {
  await page.getByRole("button", { name: "Remove" }).last().click();
  await page.getByRole("button", { name: "Bring it back" }).waitFor();
}
