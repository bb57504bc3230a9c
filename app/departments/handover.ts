import type { Day } from "../settings/calendar.ts";
import type { LiaisonPart } from "./department.ts";

/** Why a handover cannot be, by the field that is to blame. */
export type HandoverProblems = Partial<Record<"from" | "to" | "departments" | "startsOn" | "endsOn", string>>;

export type HandoverState = "planned" | "running" | "over";

/** What a new liaison reads of a department, in the order in which it helps. */
export const handoverSteps = [
  "briefing",
  "summary",
  "questions",
  "quarter",
  "contacts",
  "approaches",
  "before",
] as const;
export type HandoverStep = (typeof handoverSteps)[number];

export const handoverStepNames: Record<HandoverStep, { title: string; why: string }> = {
  briefing: { title: "The briefing", why: "One page: who, what, and what to say" },
  summary: { title: "The standing summary", why: "What we know, and what it stands on" },
  questions: { title: "Open questions", why: "What nobody has asked them yet" },
  quarter: { title: "The last quarter", why: "What was heard, month by month" },
  contacts: { title: "Contacts", why: "Who they are and what they work on" },
  approaches: { title: "What was offered", why: "How, and what came of it" },
  before: { title: "Who looked after it before", why: "Whom of us to ask" },
};

export function isHandoverStep(text: string): text is HandoverStep {
  return Object.hasOwn(handoverStepNames, text);
}

type Named = { handle: string; name: string };

/** A department on its way from one liaison to another. */
export type Handover = {
  id: string;
  department: { slug: string; name: string };
  from: Named;
  to: Named;
  part: LiaisonPart;
  startsOn: Day;
  /** The day it goes back; for good without one. */
  endsOn: Day | null;
  state: HandoverState;
  orderedBy: string;
  /** What its new liaison says to have read. */
  read: HandoverStep[];
};

/** So many of its steps are read, as one says it. */
export function readSoFar({ read }: Pick<Handover, "read">): string {
  return `${read.length} of ${handoverSteps.length} read`;
}
