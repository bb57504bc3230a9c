import fc from "fast-check";
import { expect, test } from "vitest";
import { daysMeant } from "#app/search/date-words.ts";
import { filtersInForce } from "#app/search/filters-in-force.ts";
import { meant } from "#app/search/meant.ts";
import { readQuery } from "#app/search/read-query.ts";
import { findsNothing, parseSearchRequest, searchAddress } from "#app/search/search-request.ts";
import { writeQuery } from "#app/search/write-query.ts";

const parse = (query: string) => parseSearchRequest(new URLSearchParams(query));

test.each([
  ["open access", { words: "open access" }],
  ['"open access" fees', { words: "fees", phrases: ["open access"] }],
  ["“open access” -printer", { phrases: ["open access"], excluded: ["printer"] }],
  ['fees -"reading list"', { words: "fees", excluded: ["reading list"] }],
  ["by:priya in:informatics", { operators: [of("by", "priya"), of("in", "informatics")] }],
  ['IN:"Comp Sci" 5G', { words: "5G", operators: [of("in", "Comp Sci")] }],
  ["is:unread before:2026-10", { operators: [of("is", "unread"), of("before", "2026-10")] }],
  // What is no sign of ours is a word, as typed.
  ['"open access', { words: "open access" }],
  ["e-books and - dashes", { words: "e-books and - dashes" }],
  ["https://example.org/a note:this", { words: "https://example.org/a note:this" }],
  ["in: by:", { words: "" }],
  ["-in:law", { words: "-in:law" }],
  ['"" "…" -', { words: "… -" }],
  ["C++ -C#", { words: "C++", excluded: ["C#"] }],
])("%s", (text, expected) => {
  expect(readQuery(text)).toEqual({ words: "", phrases: [], excluded: [], operators: [], ...expected });
});

function of(name: string, value: string) {
  return { name, value };
}

test("written again, a query asks for the same, whatever was typed", () => {
  const piece = fc.constantFrom('"', "“", "-", " ", "in:", "by:", "a", "B", "5", ":", "x y", "é", "\\", "'");
  const seed = Date.now() % 1_000_000;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { words: q, ...read } = readQuery(pieces.join(""));
      const again = readQuery(writeQuery({ q, ...read }));
      expect(again).toEqual({ words: q, ...read, operators: [] });
    }),
    { seed, numRuns: 500 },
  );
});

test("what must not stand there may look like a sign", () => {
  const { words: q, ...read } = readQuery('-"in:" -"a:b"');
  expect(read.excluded).toEqual(["in:", "a:b"]);
  expect(readQuery(writeQuery({ q, ...read }))).toEqual({ words: q, ...read });
});

test("until its signs are understood a search finds nothing, rather than everything", () => {
  expect(findsNothing(parse("q=in:nowhere"))).toBe(true);
  expect(findsNothing(parse('q="a" -b'))).toBe(false);
});

test("the fields of the form mean what the signs do", () => {
  const asSigns = parse(new URLSearchParams({ q: 'x "reading list" -printer by:"Priya Shah"' }).toString());
  expect(parse("q=x&phrase=reading+list&without=printer&by=Priya+Shah")).toEqual(asSigns);
  expect(searchAddress({ ...asSigns, operators: [] })).toBe("/search?q=x+%22reading+list%22+-printer");
});

test("each sign is a filter that can be taken off by itself", () => {
  const request = { ...parse('q=x "a b" -c&unread=1&person=priya'), operators: [] };
  const names = [{ handle: "priya", name: "Priya Shah" }];
  const chips = filtersInForce({ request, facets: [], stretches: [], names });
  expect(chips.map(({ label, without }) => [label, searchAddress(request, without)])).toEqual([
    ["by Priya Shah", "/search?q=x+%22a+b%22+-c&unread=1"],
    ["exactly “a b”", "/search?q=x+-c&person=priya&unread=1"],
    ["without “c”", "/search?q=x+%22a+b%22&person=priya&unread=1"],
    ["not yet read by me", "/search?q=x+%22a+b%22+-c&person=priya"],
  ]);
});

test("a name means who is called so, else all whose names it begins, else nobody", () => {
  const all = [
    { value: "informatics", names: ["informatics", "School of Informatics", "Comp Sci"] },
    { value: "info-services", names: ["info-services", "Information Services"] },
  ];
  expect(meant("comp SCI", all)).toEqual(["informatics"]);
  expect(meant("info", all)).toEqual(["informatics", "info-services"]);
  expect(meant("school info", all)).toEqual(["informatics"]);
  expect(meant("Law", all)).toEqual(["law"]);
  expect(meant("::", all)).toEqual(["::"]);
});

test.each([
  ["before", "2026-11-17", "2026-11-16"],
  ["after", "2026-11-17", "2026-11-18"],
  ["since", "2026-11-17", "2026-11-17"],
  ["until", "2026-02", "2026-02-28"],
  ["after", "2026-02", "2026-03-01"],
  ["before", "2025", "2024-12-31"],
  ["since", "2026-W47", "2026-11-16"],
  ["until", "2026-w47", "2026-11-22"],
  ["before", "yesterday", "2026-11-26"],
  ["since", "last month", "2026-10-01"],
  ["after", "last-term", "2026-09-01"],
  ["before", "soon", undefined],
  ["before", "__proto__", undefined],
  ["before", "2026-13", undefined],
])("%s:%s", (name, written, day) => {
  expect(daysMeant(written, { today: "2026-11-28", name })).toBe(day);
});
