import type { DepartmentName } from "../departments/department.ts";
import type { Day } from "../settings/calendar.ts";

/** Words that open a door, and words one hears at it with what to answer. */
export const phraseKinds = ["phrase", "objection"] as const;
export type PhraseKind = (typeof phraseKinds)[number];

/** What a phrase says the library is good for. */
export const benefits = ["saves-time", "improves-work", "development"] as const;
export type Benefit = (typeof benefits)[number];

export const benefitNames: Record<Benefit, string> = {
  "saves-time": "Saves time",
  "improves-work": "Improves the work",
  development: "Helps people grow",
};

export const phraseLimits = { textCharacters: 240, answerCharacters: 400, noteCharacters: 200 } as const;

/** Where one was used, and whether it worked there. */
export type PhraseUse = {
  id: string;
  department: DepartmentName;
  usedOn: Day;
  worked: boolean;
  note: string;
  by: string;
};

export type Phrase = {
  id: string;
  kind: PhraseKind;
  benefit: Benefit | null;
  text: string;
  /** What to answer to an objection; nothing for a phrase. */
  answer: string;
  version: number;
  retired: boolean;
  uses: PhraseUse[];
};

export type PhraseField = "kind" | "benefit" | "text" | "answer";
export type SentPhrase = Record<PhraseField, string>;
export type PhraseProblems = Partial<Record<PhraseField, string>>;
