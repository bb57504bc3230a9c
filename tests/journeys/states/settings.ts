import { type State, unfoldAll } from "./state.ts";

export const settingsStates: State[] = [
  ["settings", "/settings"],
  ["taking everything out", "/settings/export"],
  ["templates", "/settings/templates", unfoldAll],
];
