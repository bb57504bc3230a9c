import type { Noted } from "../departments/entry.ts";
import type { Day } from "../settings/calendar.ts";
import type { InsightKind, Visibility } from "./insight.ts";
import { isDue } from "./review-age.ts";

/** An insight that supports a sentence, as far as a summary shows it. */
export type Citation = {
  id: string;
  text: string;
  heardOn: Day;
  kind: InsightKind;
  visibility: Visibility;
  voices: number;
  voiceTeams: number;
  lastHeardOn: Day | null;
  reviewOn: Day | null;
  supersededById: string | null;
};

/** A sentence of a standing summary, with the insights that support it and that its reader may read. */
export type SummarySentence = {
  id: string;
  version: number;
  sentence: string;
  noted: Noted;
  citations: Citation[];
};

/** Whether what a sentence stands on has been replaced, or is due a check: it may no longer hold. */
export function standing(
  { citations }: Pick<SummarySentence, "citations">,
  today: Day,
): "replaced" | "due" | "firm" {
  if (citations.some(({ supersededById }) => supersededById)) return "replaced";
  return citations.some(({ reviewOn }) => isDue(reviewOn, today)) ? "due" : "firm";
}

/** The insight an address leads to, or an id names; undefined when it is neither. */
export function insightIdIn(text: string): string | undefined {
  return /^(?:\S*\/insights\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#].*)?$/.exec(
    text.trim(),
  )?.[1];
}
