import { type State, unfoldAll } from "./state.ts";

export const settingsStates: State[] = [
  ["settings", "/settings"],
  ["templates", "/settings/templates", unfoldAll],
];
