import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import type { State } from "./state.ts";

const monday = mondayOf(dayIn("Europe/London", new Date()));

export const weekStates: State[] = [
  ["this week", "/"],
  ["a quiet week", `/weeks/${weekName(daysAfter(monday, -70))}`],
  ["all weeks", "/weeks"],
  ["this week to print", `/weeks/${weekName(monday)}/print?with=mine`],
];
