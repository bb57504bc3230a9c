import { expect, test } from "vitest";
import { type Candidate, candidateOf } from "#app/search/candidate.ts";
import { queryWords } from "#app/search/query-words.ts";
import { shownHit } from "#app/search/shown-hit.ts";
import { withSlips } from "#app/search/slips.ts";

function aCandidate(body: string, departmentWords: string[] = []): Candidate {
  return candidateOf({
    ...{ id: "1", seq: 1, wanted: 1, heardOn: 20261117, current: 1, voices: 1, voiceTeams: 1 },
    ...{ body, departmentWords, tagWords: [], authorName: "Priya Shah", channelName: "Coffee" },
    ...{ monthHeard: "November 2026", departments: [], tags: [], channel: "coffee", team: "arts" },
    kind: "need",
  });
}

function marked(query: string, body: string, departmentWords?: string[]): string {
  const candidate = aCandidate(body, departmentWords);
  const { excerpt, beside } = shownHit(candidate, withSlips(queryWords(query), candidate));
  return [excerpt, ...(beside?.departmentWords ?? [])]
    .join(" | ")
    .replaceAll("\u{E000}", "[")
    .replaceAll("\u{E001}", "]");
}

test("a word found by a slip is marked in the text, and in a name", () => {
  expect(marked("textbok", "The textbook list is late")).toBe("The [textbook] list is late");
  expect(marked("textbok ", "Textbooks are late")).toBe("[Textbooks] are late");
  expect(marked("infromatics ", "They ask for GPUs", ["Informatics"])).toBe(
    "They ask for GPUs | [Informatics]",
  );
});

test("of a word still being typed its beginning is enough", () => {
  expect(marked("infrom", "Informatics asks for GPUs")).toBe("[Informatics] asks for GPUs");
});

test("what is there as it was asked is no slip of anything", () => {
  expect(marked("house ", "A house, and a horse")).toBe("A [house], and a horse");
  expect(marked("parts ", "Nobody ports it", ["Parts"])).toBe("Nobody ports it | [Parts]");
});

test("an acronym has no slips, and a first letter is none", () => {
  expect(marked("REF ", "The RAF came")).toBe("The RAF came");
  expect(marked("house ", "Nothing but mouse traps")).toBe("Nothing but mouse traps");
});

test("where another of the page has the word, it is no slip", () => {
  const [one, other] = [aCandidate("A house"), aCandidate("A horse")];
  if (!one || !other) throw new Error("there are two");
  expect(shownHit(other, withSlips(queryWords("house "), one, other)).excerpt).toBe("A horse");
});
