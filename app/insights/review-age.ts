import type { Day } from "../settings/calendar.ts";
import type { InsightKind } from "./insight.ts";

/** After how many months each kind is asked about: is it still true? A question is open until it is answered instead. */
export type ReviewAges = Record<Exclude<InsightKind, "question">, number>;

const usualAges: ReviewAges = {
  observation: 24,
  need: 12,
  problem: 12,
  interest: 24,
  opportunity: 24,
  behaviour: 24,
  feedback: 24,
  "new-person": 6,
  win: 24,
};

/** Kinds whose review age a library may choose. */
export const reviewedKinds = Object.keys(usualAges) as (keyof ReviewAges)[];

/** Months. */
export const reviewAgeLimits = { min: 1, max: 120 } as const;

/** The ages in force: the library's own, and the usual one where it has chosen none. */
export function reviewAges(chosen: Partial<Record<string, number>>): ReviewAges {
  return { ...usualAges, ...chosen };
}

/** The day from which on somebody is asked whether it is still true; never for a question. */
export function reviewDay({
  kind,
  from,
  ages,
}: {
  kind: InsightKind;
  from: Day;
  ages: ReviewAges;
}): Day | null {
  if (kind === "question") return null;
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const months = month - 1 + ages[kind];
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

/** Whether a day for asking has come. */
export function isDue(reviewOn: Day | null, today: Day): boolean {
  return reviewOn !== null && reviewOn <= today;
}
