import { cleanText } from "../text/clean-text.ts";

export const tellingLimits = { colleagues: 20, wordsCharacters: 500 } as const;

/** Whom to tell of an insight, by their handles, and what to say with it. */
export type TellingDraft = { colleagues: string[]; words: string };
export type TellingProblems = Partial<Record<keyof TellingDraft, string>>;

/** A telling from whatever was sent, or what is wrong with it. */
export function readTelling(sent: {
  colleagues: string[];
  words?: string;
}): { telling: TellingDraft } | { problems: TellingProblems } {
  const colleagues = [...new Set(sent.colleagues.filter((handle) => handle !== ""))];
  const words = cleanText(sent.words ?? "");
  const problems: TellingProblems = {};
  if (colleagues.length === 0) problems.colleagues = "Choose who should know";
  if (colleagues.length > tellingLimits.colleagues) {
    problems.colleagues = `At most ${tellingLimits.colleagues} colleagues at once`;
  }
  if ([...words].length > tellingLimits.wordsCharacters) {
    problems.words = `At most ${tellingLimits.wordsCharacters} characters`;
  }
  return problems.colleagues || problems.words ? { problems } : { telling: { colleagues, words } };
}
