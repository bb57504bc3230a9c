import type { State } from "./state.ts";

export const departmentStates: State[] = [
  ["departments", "/departments"],
  ["a department", "/departments/ppe"],
  ["a department nothing was heard of", "/departments/silence"],
];
