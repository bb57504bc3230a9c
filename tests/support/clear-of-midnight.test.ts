import { expect, test } from "vitest";
import { untilClearOfMidnight } from "./clear-of-midnight.ts";

test.each([
  ["noon", "2026-11-29T12:00:00Z", 0],
  ["half past eleven at night", "2026-11-29T23:30:00Z", 0],
  ["a minute before a week's end", "2026-11-29T23:59:00Z", 61_000],
  ["midnight itself", "2026-11-30T00:00:00Z", 0],
  ["a minute before midnight in summer", "2026-07-01T22:59:00Z", 61_000],
  ["a minute before midnight by UTC in summer", "2026-07-01T23:59:00Z", 61_000],
  ["a minute before the day with an hour more", "2026-10-24T22:59:00Z", 61_000],
])("at %s a file of tests waits as long as it takes to be clear of midnight", (_, now, milliseconds) => {
  expect(untilClearOfMidnight(new Date(now))).toBe(milliseconds);
});
