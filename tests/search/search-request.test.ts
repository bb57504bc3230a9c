import fc from "fast-check";
import { expect, test } from "vitest";
import { insightKinds } from "#app/insights/insight.ts";
import { findsNothing, isFiltered, parseSearchRequest, searchAddress } from "#app/search/search-request.ts";

const parse = (query: string) => parseSearchRequest(new URLSearchParams(query));

test("an address says the whole search", () => {
  const request = parse(
    "q=open++access&department=history&department=Art&tag=rdm&channel=coffee&kind=need&team=arts&person=@priya&from=2026-01-01&to=2026-11-30&sort=newest&page=3",
  );
  expect(request).toEqual({
    q: "open access",
    departments: ["history", "art"],
    tags: ["rdm"],
    channels: ["coffee"],
    kinds: ["need"],
    teams: ["arts"],
    people: ["priya"],
    phrases: [],
    excluded: [],
    operators: [],
    meanings: [],
    unread: false,
    from: "2026-01-01",
    to: "2026-11-30",
    sort: "newest",
    page: 3,
    problems: [],
  });
  expect(parse(searchAddress(request, { page: 3 }).slice("/search?".length))).toEqual(request);
});

test("an empty search has a bare address, and a change begins at the first page", () => {
  expect(searchAddress(parse("q=&department=&page=1"))).toBe("/search");
  expect(searchAddress(parse("q=a&page=4"), { tags: ["x"] })).toBe("/search?q=a&tag=x");
  expect([isFiltered(parse("q=a")), isFiltered(parse("team=a")), isFiltered(parse("to=2026-01-01"))]).toEqual(
    [false, true, true],
  );
});

test("what is not understood is named, and a filter among it finds nothing rather than everything", () => {
  for (const [query, problems, nothing] of [
    ["kind=rumour", ["kind"], true],
    ["kind=need&kind=x", ["kind"], true],
    ["from=yesterday", ["from"], true],
    ["to=2026-13-01", ["to"], true],
    ["sort=oldest", ["sort"], false],
    ["page=51", ["page"], false],
    ["page=1e9", ["page"], false],
    ["page=-1", ["page"], false],
    ["matchingStrategy=frequency&limit=5000", [], false],
  ] as const) {
    const request = parse(query);
    expect.soft(request.problems, query).toEqual(problems);
    expect.soft(findsNothing(request), query).toBe(nothing);
    expect.soft(request.page, query).toBe(1);
  }
});

test("whatever is sent, a request stays within its limits and its address means the same", () => {
  const name = fc.constantFrom(
    "q",
    "department",
    "tag",
    "channel",
    "kind",
    "team",
    "person",
    "from",
    "to",
    "sort",
    "page",
    "x[]",
  );
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 1_500 }),
    fc.constantFrom(...insightKinds, "2026-01-01", "2", "newest"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 40 }), (pairs) => {
      const request = parseSearchRequest(new URLSearchParams(pairs));
      expect(request.q.length).toBeLessThanOrEqual(1_000);
      for (const values of [
        request.departments,
        request.tags,
        request.channels,
        request.kinds,
        request.teams,
      ]) {
        expect(values.length).toBeLessThanOrEqual(20);
      }
      expect(request.page >= 1 && request.page <= 50).toBe(true);
      const again = parse(searchAddress(request, { page: request.page }).slice("/search?".length));
      expect({ ...again, problems: [] }).toEqual({ ...request, problems: [] });
    }),
  );
});
