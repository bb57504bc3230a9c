import { expect, test } from "vitest";
import { excerptWithMarks } from "#app/search/excerpt-words.ts";
import { queryWords } from "#app/search/query-words.ts";

function marked(text: string, query: string): string {
  return excerptWithMarks(text, queryWords(query)).replaceAll("\u{E000}", "[").replaceAll("\u{E001}", "]");
}

test("marks the words asked for: folded, inflected, and begun", () => {
  expect(marked("Two Cafés, one café-bar", "cafe")).toBe("Two [Cafés], one [café]-bar");
  expect(marked("Reading lists and a list to read", "reading list")).toBe(
    "[Reading] [lists] and a [list] to [read]",
  );
  expect(marked("Informatics wants GPUs", "infor")).toBe("[Informatics] wants GPUs");
  expect(marked("<b>bold</b> & bolder", "bold")).toBe("<b>[bold]</b> & [bolder]");
});

test("shows forty words round the first match, and says where it cut", () => {
  const words = Array.from({ length: 200 }, (_, at) => `w${at}`);
  expect(marked(words.join(" "), "w100 ")).toBe(
    `…${words.slice(88, 128).join(" ").replace("w100", "[w100]")}…`,
  );
  expect(marked(words.join(" "), "absent")).toBe(`${words.slice(0, 40).join(" ")}…`);
  expect(marked(words.join(" "), "w199 ")).toMatch(/^…w160 .*\[w199\]$/);
});

test("words in a row are marked where they stand for another, and nowhere else", () => {
  const query = { ...queryWords("rdm"), also: new Map([["rdm", ["research data management"]]]) };
  const shown = excerptWithMarks("Research data management, not data management, nor RDM", query);
  expect(shown.replaceAll("\u{E000}", "[").replaceAll("\u{E001}", "]")).toBe(
    "[Research] [data] [management], not data management, nor [RDM]",
  );
});

test("a text cannot bring markers of its own", () => {
  expect(marked("a \u{E000}false\u{E001} mark", "mark")).toBe("a false [mark]");
});

test("a text without words, or nothing asked, is shown from its start", () => {
  expect([marked("", "x"), marked("…!?", "x"), marked("plain", "")]).toEqual(["", "…!?", "plain"]);
});
