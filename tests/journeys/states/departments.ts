import { type State, unfoldAll } from "./state.ts";

const about = (side: string) => `/departments/ppe/${side}`;

export const departmentStates: State[] = [
  ["departments", "/departments"],
  ["a department", "/departments/ppe"],
  ["a department, all of it unfolded", "/departments/ppe", unfoldAll],
  ["a department nothing was heard of", "/departments/silence"],
  ["contacts, each about to be changed", about("contacts"), unfoldAll],
  ["no contacts", "/departments/silence/contacts"],
  ["what they read", about("sources"), unfoldAll],
  ["needs", about("needs")],
  ["approaches", about("approaches"), unfoldAll],
  ["what to ask", about("questions"), unfoldAll],
  ["the summary, about to be changed", about("summary"), unfoldAll],
  ["the profile, about to be changed", about("profile")],
  ["a timeline", about("timeline"), unfoldAll],
  ["a timeline of nothing", "/departments/silence/timeline"],
  ["what was written about a department", about("history")],
  ["a handover, partly read", about("handover")],
  ["a handover of nothing", "/departments/silence/handover"],
  ["where to look", "/checks"],
];
