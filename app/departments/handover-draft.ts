import { type Day, isDay } from "../settings/calendar.ts";
import type { HandoverProblems } from "./handover.ts";

/** What the form to hand departments over holds, as it was sent. */
export type SentHandover = {
  key: string;
  /** A handle; empty when nobody looks after them. */
  from: string;
  to: string;
  departments: readonly string[];
  lasting: string;
  startsOn: string;
  endsOn: string;
};

type HandoverDraft = { startsOn: Day; endsOn: Day | null };

type Read = { draft: HandoverDraft } | { problems: HandoverProblems };

/** The days of a handover, and what is missing of the rest; who may take part is the verb's to know. */
export function readHandover(sent: SentHandover, today: Day): Read {
  const isAway = sent.lasting === "away";
  const startsOn = sent.startsOn || today;
  const { endsOn } = sent;
  const problems: HandoverProblems = {
    ...(sent.departments.length === 0 && { departments: "Choose at least one" }),
    ...(sent.to === "" && { to: "Choose who looks after them" }),
    ...(!isDay(startsOn) && { startsOn: "Write the day as 2026-11-17" }),
    ...(isAway && !isDay(endsOn) && { endsOn: "Say when they are back, as 2026-11-17" }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return { draft: { startsOn, endsOn: isAway ? endsOn : null } };
}
