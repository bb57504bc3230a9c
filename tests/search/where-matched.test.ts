import { expect, test } from "vitest";
import { type MarkedBeside, whereMatched } from "#app/search/where-matched.ts";

const mark = (text: string): string => text.replaceAll("<", "\uE000").replaceAll(">", "\uE001");

function placesOf(excerpt: string, beside: Partial<MarkedBeside>): string[] {
  const marked = {
    departmentWords: (beside.departmentWords ?? []).map(mark),
    tagWords: (beside.tagWords ?? []).map(mark),
    authorName: mark(beside.authorName ?? "Priya Shah"),
  };
  const places = whereMatched(mark(excerpt), marked);
  return places.map(({ where, text }) =>
    `${where}: ${text}`.replaceAll("\uE000", "<").replaceAll("\uE001", ">"),
  );
}

test("what the text shows is not said again, nor in another form", () => {
  expect(placesOf("A <reading> <list>", { tagWords: ["<reading>-<lists>"] })).toEqual([]);
  expect(placesOf("Nothing marked", { departmentWords: ["School of Informatics"] })).toEqual([]);
});

test("of several names the one that explains most is said, and of equals the shortest", () => {
  const departmentWords = ["Department of <Comp>uter <Sci>ence", "<Comp> <Sci>", "Faculty of <Sci>ence"];
  expect(placesOf("Four have sent a draft", { departmentWords })).toEqual(["department: <Comp> <Sci>"]);
});

test("each place is said once, in turn, and only for words still unexplained", () => {
  const given = {
    departmentWords: ["<Law>"],
    tagWords: ["<law> reports", "<OA>"],
    authorName: "<Priya> Shah",
  };
  expect(placesOf("Nothing here", given)).toEqual(["department: <Law>", "tag: <OA>", "author: <Priya> Shah"]);
});

test("nothing is said of a hit about which nothing more is known", () => {
  expect(whereMatched("text", undefined)).toEqual([]);
});
