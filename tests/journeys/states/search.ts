import { type State, unfoldAll } from "./state.ts";

export const searchStates: State[] = [
  ["a search", "/search?q=reading&tag=reading-lists"],
  ["a search, its filters unfolded", "/search?q=reading", unfoldAll],
  ["a search, why each is found unfolded", "/search?q=reading lists", unfoldAll],
  ["a search that finds nothing", "/search?q=xyzzy&kind=win"],
  [
    "a search with phrases, a colleague and what is unread",
    '/search?q="reading" -printer by:nobody&unread=1',
  ],
  ["more ways to search", "/search/more?q=reading&kind=win"],
  ["a search not understood", "/search?kind=nothing&page=99"],
];
