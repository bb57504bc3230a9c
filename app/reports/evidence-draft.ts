import { cleanLine } from "../text/clean-text.ts";
import { evidenceLimits } from "./evidence.ts";

type ChosenQuote = { insightId: string; passage: string; named: boolean };
export type EvidenceDraft = { offer: string; quotes: ChosenQuote[] };
export type EvidenceProblems = Record<string, string>;

type Sent = { one(name: string): string; all(name: string): string[] };

/** What a form chooses for a card, or what is wrong with it by the field's id. */
export function readEvidence({ one, all }: Sent): { draft: EvidenceDraft } | { problems: EvidenceProblems } {
  const offer = cleanLine(one("offer"));
  const ids = [...new Set(all("quote"))];
  const quotes = ids.map((insightId) => ({
    insightId,
    passage: cleanLine(one(`passage-${insightId}`)),
    named: one(`named-${insightId}`) === "yes",
  }));
  const problems: EvidenceProblems = {};
  const { offerCharacters, passageCharacters } = evidenceLimits;
  if ([...offer].length > offerCharacters) problems.offer = `At most ${offerCharacters} characters`;
  if (ids.length > evidenceLimits.quotes) problems.quotes = `Choose ${evidenceLimits.quotes} at most`;
  for (const { insightId, passage } of quotes) {
    if ([...passage].length > passageCharacters)
      problems[`passage-${insightId}`] =
        `At most ${passageCharacters} characters: leave something out with …`;
  }
  return Object.keys(problems).length > 0 ? { problems } : { draft: { offer, quotes } };
}
