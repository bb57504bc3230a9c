import type { InsightKind } from "#app/insights/insight.ts";
import { wordsOf } from "./query-words.ts";
import { wordStem } from "./word-stem.ts";

/** What of an insight's document it is ranked, and shown, by. */
export type RankedDocument = {
  id: string;
  seq: number;
  /** Version of the document. */
  wanted: number;
  body: string;
  departmentWords: string[];
  tagWords: string[];
  authorName: string;
  channelName: string;
  monthHeard: string;
  departments: string[];
  tags: string[];
  channel: string;
  team: string;
  kind: InsightKind;
  heardOn: number;
  current: 0 | 1;
  voices: number;
  voiceTeams: number;
};

/** A document with its words made ready: counted in one pass over a string, which keeps thousands of them small. */
export type Candidate = RankedDocument & {
  /**
   * Stems of its text, and after two spaces those of the names it is found by besides, each once: a name says once what
   * the text is about, however long the list of names. A space stands before and behind each.
   */
  stems: string;
  /** Words of its text. */
  length: number;
};

export function candidateOf(document: RankedDocument): Candidate {
  const { body, departmentWords, tagWords, authorName, channelName, monthHeard } = document;
  // What a text of several paragraphs opens with says what it is about: it counts double, as a heading would.
  const opening = /^(.{1,300})\n\s*\n/.exec(body)?.[1] ?? "";
  const text = wordsOf(body);
  const stems = [...wordsOf(opening), ...text].map(wordStem);
  const names = [...departmentWords, ...tagWords, authorName, channelName, monthHeard];
  const besides = new Set(names.flatMap(wordsOf).map(wordStem));
  return {
    ...document,
    stems: ` ${stems.join(" ")}  ${[...besides].join(" ")} `,
    length: text.length,
  };
}
