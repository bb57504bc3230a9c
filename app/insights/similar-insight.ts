import type { Day } from "../settings/calendar.ts";
import type { InsightKind } from "./insight.ts";

/** What a colleague noted already, as it is offered to somebody who is writing the like. */
export type SimilarInsight = {
  id: string;
  /** The beginning of its text. */
  text: string;
  /** Its departments' names. */
  about: string;
  by: string;
  heardOn: Day;
  kind: InsightKind;
  /** Distinct people who heard it. */
  voices: number;
  /** Whether the reader's own voice is among them. */
  given: boolean;
};

export const similarLimits = {
  /** So many words at least before anything is looked for. */
  words: 3,
  /** Of the text, as much as is looked at. */
  characters: 2_000,
  offered: 3,
} as const;

/** Whether there is enough of a text to compare. */
export function hasWordsEnough(text: string): boolean {
  const words = text.slice(0, similarLimits.characters).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= similarLimits.words;
}
