import { type State, unfoldAll } from "./state.ts";

export const settingsStates: State[] = [
  ["settings", "/settings"],
  ["how it runs", "/settings/system"],
  ["taking everything out", "/settings/export"],
  ["templates", "/settings/templates", unfoldAll],
];
