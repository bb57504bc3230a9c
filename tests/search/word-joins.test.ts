import { expect, test } from "vitest";
import { dialectOf } from "#app/search/dialect.ts";
import { rankedWords } from "#app/search/ranked-words.ts";

const written = new Set(
  "chatgpt database data base notebooks books open access into reading list turnitin turn red workshop fund".split(
    " ",
  ),
);
const dialect = dialectOf({ groups: [], spelledWords: [], written });

test.each([
  ["chat gpt essays", [{ said: "chat gpt", instead: ["chatgpt"] }]],
  ["Turn-it-in", [{ said: "turn it in", instead: ["turnitin"] }]],
  ["data base", [{ said: "data base", instead: ["database"] }]],
  ["note book", [{ said: "note book", instead: ["notebooks"] }]],
  ["work shop", [{ said: "work shop", instead: ["workshop"] }]],
  ["openaccess fund", [{ said: "openaccess", instead: ["open access"] }]],
  ["ebook prices", [{ said: "ebook", instead: ["e book"] }]],
  ["database fund", []],
  ["in to the red", []],
  ["head phones", []],
  ["a whole sentence in which somebody speaks of a chat gpt", []],
])("%s", (q, meanings) => {
  expect(dialect.meaningsIn(q)).toEqual(meanings);
});

test("a slip is not cut down to another word", () => {
  const strange = dialect.strangeIn("reding list");
  expect(strange).toEqual(["reding"]);
  expect(rankedWords("reding list", { strange }).map(({ asked }) => asked)).toEqual(["reding", "list"]);
  expect(rankedWords("reading list", { strange }).map(({ asked }) => asked)).toEqual(["read", "list"]);
});

test("before the library's words are known none is strange", () => {
  const empty = dialectOf({ groups: [], spelledWords: [], written: new Set() });
  expect(empty.strangeIn("reding list")).toEqual([]);
});
