import { z } from "zod";
import { type Day, isDay } from "../settings/calendar.ts";
import type { Noted } from "./entry.ts";
import { lines, maybeOneOf, saying } from "./entry-fields.ts";

export const approachWays = [
  "conversation",
  "email",
  "their-meeting",
  "training",
  "event",
  "flyer",
  "other",
] as const;
type ApproachWay = (typeof approachWays)[number];

export const approachWayNames: Record<ApproachWay, string> = {
  conversation: "Talking to one person",
  email: "E-mail",
  "their-meeting": "A few minutes at their meeting",
  training: "Training session",
  event: "Event in the library",
  flyer: "Flyer or poster",
  other: "Another way",
};

export const approachOutcomes = ["took-it-up", "no-time", "no-need-seen", "not-now"] as const;
type ApproachOutcome = (typeof approachOutcomes)[number];

export const approachOutcomeNames: Record<ApproachOutcome, string> = {
  "took-it-up": "Took it up",
  "no-time": "No time",
  "no-need-seen": "No need seen",
  "not-now": "Not now",
};

/** What the library offered, how, and what came of it. */
export type Approach = {
  id: string;
  version: number;
  way: ApproachWay;
  what: string;
  madeOn: Day;
  /** Null while there is no answer yet. */
  outcome: ApproachOutcome | null;
  learned: string;
  noted: Noted & { handle: string };
};

export const approachDraft = z.object({
  way: z.enum(approachWays, { error: "Choose a way from the list" }),
  what: saying(lines(500), "Write what was offered"),
  madeOn: z.string().refine(isDay, "Write the day as 2026-11-17"),
  outcome: maybeOneOf(approachOutcomes),
  learned: lines(500),
});
