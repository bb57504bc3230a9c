import { expect, test } from "vitest";
import { inOurWords } from "#app/settings/our-words.ts";

const institute = { one: "institute", many: "institutes" };

test.each([
  ["Choose a department", "Choose an institute"],
  ["A department since removed", "An institute since removed"],
  ["Departments", "Institutes"],
  [
    "an import of departments, and the department's head",
    "an import of institutes, and the institute's head",
  ],
  ["by team", "by team"],
  ["departmental meeting", "departmental meeting"],
])("“%s” in a library of institutes", (usual, ours) => {
  expect(inOurWords(usual, institute)).toBe(ours);
  expect(inOurWords(usual, { one: "department", many: "departments" })).toBe(usual);
});

test("several may be quite another word than one", () => {
  const word = { one: "person", many: "people" };
  expect(inOurWords("Departments, or one department", word)).toBe("People, or one person");
});
