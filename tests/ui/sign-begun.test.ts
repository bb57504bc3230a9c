import { expect, test } from "vitest";
import { isSignBegun } from "#app/ui/sign-begun.ts";

test.each([
  ["in:", true],
  ["silent in:infor", true],
  ['silent in:"school of', true],
  ["by:priya ", false],
  ["silent", false],
  ["12:30", false],
  ["https://library.example", false],
  ['in:"school of arts" floor', false],
])("%j: a sign is being written: %s", (text, begun) => {
  expect(isSignBegun(text)).toBe(begun);
});
