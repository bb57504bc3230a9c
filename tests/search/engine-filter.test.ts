import fc from "fast-check";
import { expect, test } from "vitest";
import { readingRule } from "#app/insights/readable.ts";
import { readableFilter, requestFilter, withoutIds } from "#app/search/engine-filter.ts";
import { parseSearchRequest } from "#app/search/search-request.ts";
import { injections } from "./injections.ts";

const person = { id: "p-1", team: { id: "t-1", slug: "arts", name: "Arts" } };
const empty = parseSearchRequest(new URLSearchParams());

/** Reads one condition as the engine's parser does: attribute, operator, one quoted value, and nothing behind it. */
function parse(condition: string): { attribute: string; value: string } {
  const match = /^(\w+) = "((?:[^"\\]|\\[\s\S])*)"$/.exec(condition);
  if (!match) throw new Error(`not one condition: ${condition}`);
  return { attribute: match[1] ?? "", value: (match[2] ?? "").replace(/\\([\s\S])/g, "$1") };
}

test("any value stays one value of its attribute", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('"', "\\", "'", "]", "[", " OR ", "=", "\n"), maxLength: 20 }),
    fc.constantFrom(...injections),
  );
  fc.assert(
    fc.property(hostile, (value) => {
      for (const [field, attribute] of [
        ["departments", "departments"],
        ["tags", "tags"],
        ["channels", "channel"],
        ["teams", "team"],
      ] as const) {
        const filter = requestFilter({ ...empty, [field]: [value] });
        expect(filter).toHaveLength(1);
        expect((filter[0] as string[]).map(parse)).toEqual([{ attribute, value }]);
      }
      expect(
        requestFilter({ ...empty, people: [value] })
          .flat()
          .map(parse),
      ).toEqual([{ attribute: "people", value }]);
      const ids = withoutIds([value, "x"])[0] as string;
      expect(ids).toMatch(/^id NOT IN \["(?:[^"\\]|\\[\s\S])*", "x"\]$/);
    }),
  );
});

test("within a filter one value is enough, and every filter must hold", () => {
  const filter = requestFilter({
    ...empty,
    departments: ["a", "b"],
    kinds: ["need"],
    from: "2026-01-02",
    to: "2026-11-30",
  });
  expect(filter).toEqual([
    ['departments = "a"', 'departments = "b"'],
    ['kind = "need"'],
    "heardOn >= 20260102",
    "heardOn <= 20261130",
  ]);
});

test("the reading rule keeps its clauses, and a rule with a hole in it is refused", () => {
  expect(readableFilter(readingRule(person))).toEqual([
    ['visibility = "staff"', 'visibility = "team"', 'authorId = "p-1"'],
    ['visibility = "staff"', 'teamId = "t-1"', 'authorId = "p-1"'],
  ]);
  expect(() => readableFilter([])).toThrow();
  expect(() => readableFilter([[{ field: "visibility", is: "staff" }], []])).toThrow();
});

test("a day that is none never becomes a condition", () => {
  expect(() => requestFilter({ ...empty, from: "2026-01-01 OR id EXISTS" })).toThrow();
});
