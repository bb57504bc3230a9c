import { expect, test } from "vitest";
import { candidateOf, type RankedDocument } from "#app/search/candidate.ts";
import { type AskedWord, rankCandidates } from "#app/search/rank-candidates.ts";
import { rankedWords } from "#app/search/ranked-words.ts";

let made = 0;

function aDocument(given: Partial<RankedDocument>): RankedDocument {
  made += 1;
  return {
    ...{ id: `id ${made}`, seq: made, wanted: 1, body: "Nothing of note was said." },
    ...{ departmentWords: [], tagWords: [], authorName: "", channelName: "", monthHeard: "" },
    ...{ departments: [], tags: [], channel: "coffee", team: "one", kind: "observation" as const },
    ...{ heardOn: 20260101, current: 1 as const, voices: 1, voiceTeams: 1 },
    ...given,
  };
}

/** Ranks them for a question as the engine finds them: by any word, `totals` telling how many have each. */
function ranked(
  q: string,
  documents: RankedDocument[],
  { totals = {}, own = [] }: { totals?: Record<string, number>; own?: string[] } = {},
): string[] {
  const candidates = documents.map(candidateOf);
  const words: AskedWord[] = rankedWords(q).map((word) => ({
    ...word,
    ids: new Set(documents.flatMap((one) => (isFoundBy(one, word.word) ? [one.id] : []))),
    total: totals[word.word] ?? 10,
  }));
  const list = rankCandidates({ candidates, words, total: 1_000, own: new Set(own), today: 20261128 });
  return list.map(({ candidate }) => candidate.body || candidate.id);
}

/** As the engine does, for words that begin alike. */
function isFoundBy({ body, tagWords }: RankedDocument, word: string): boolean {
  return [body, ...tagWords].join(" ").includes(word.slice(0, 2));
}

test("a rare word tells more than a common one, and both more than either", () => {
  const bodies = ["library hours", "zebra carrels", "zebra in the library"];
  const documents = bodies.map((body) => aDocument({ body }));
  expect(ranked("library zebra", documents, { totals: { library: 400, zebra: 3 } })).toEqual([
    "zebra in the library",
    "zebra carrels",
    "library hours",
  ]);
});

test("another form of a word counts whole, one that only begins so or is a slip away in part", () => {
  const bodies = ["they asked about wombats", "the wombatologist asked", "a wonbat asked"];
  const [first] = ranked(
    "wombat asked",
    bodies.reverse().map((body) => aDocument({ body })),
  );
  expect(first).toBe("they asked about wombats");
});

test("a word nobody has is taken for a slip and stands for the nearest", () => {
  const documents = ["reading lists late", "wellbeing dogs"].map((body) => aDocument({ body }));
  expect(ranked("wellbieng lists dogs", documents)[0]).toBe("wellbeing dogs");
});

test("an acronym is asked for whole, other words by their stem; what is said twice counts twice", () => {
  expect(rankedWords("REF deposits, deposit 5G").map(({ asked, times }) => [asked, times])).toEqual([
    ["ref ", 1],
    ["deposit", 2],
    ["5g ", 1],
  ]);
  expect(rankedWords("LESS DEVELOPED COUNTRIES NOW").every(({ asked }) => !asked.endsWith(" "))).toBe(true);
});

test("of equals what many heard, what is recent and what is mine come first; what is replaced comes last", () => {
  const equal = (id: string, given: Partial<RankedDocument>) =>
    aDocument({ body: "", id, tagWords: ["zebra carrels"], ...given });
  const documents = [
    equal("replaced", { current: 0, voices: 5, voiceTeams: 3 }),
    equal("plain", {}),
    equal("mine", { departments: ["history"] }),
    equal("recent", { heardOn: 20261120 }),
    equal("strong", { voices: 5, voiceTeams: 3 }),
  ];
  expect(ranked("zebra carrels", documents, { own: ["history"] })).toEqual([
    "strong",
    "recent",
    "mine",
    "plain",
    "replaced",
  ]);
});

test("standing never outweighs a word", () => {
  const documents = [
    aDocument({ body: "zebra", voices: 9, voiceTeams: 5, heardOn: 20261128, departments: ["history"] }),
    aDocument({ body: "zebra carrels" }),
  ];
  expect(ranked("zebra carrels", documents, { own: ["history"] })[0]).toBe("zebra carrels");
});
