import { dueBy, isGoingQuiet, type Rhythm } from "../departments/rhythm.ts";
import { type Day, daysBetween } from "../settings/calendar.ts";

/** When something was last heard of a department, the latest first, and how often it should be if anybody has said so. */
export type HeardDays = {
  slug: string;
  name: string;
  /** At most a dozen days, each once. */
  days: readonly Day[];
  /** The department's own, where somebody has said it. */
  rhythm?: Rhythm | null;
};

export type GoneQuiet = { slug: string; name: string; lastHeard: Day };

const fewestDays = 3;
const patience = { least: 28, times: 2 } as const;

/**
 * Departments past their rhythm, the longest past it first. Where nobody has said what the rhythm is, it is the usual
 * pause between the days something was heard; less than four weeks is never called quiet, and a department heard of
 * fewer than three times has no rhythm yet.
 */
export function goneQuiet(
  departments: readonly HeardDays[],
  { upTo, most }: { upTo: Day; most: number },
): GoneQuiet[] {
  return departments
    .flatMap((department) => {
      const [lastHeard] = department.days;
      if (!lastHeard) return [];
      const { slug, name, rhythm = null } = department;
      const allowed = daysAllowed(department, lastHeard);
      const silent = daysBetween(lastHeard, upTo);
      if (allowed === undefined || silent <= allowed) return [];
      if (rhythm && !isGoingQuiet({ rhythm, lastContact: lastHeard }, upTo)) return [];
      return [{ slug, name, lastHeard, past: silent / allowed }];
    })
    .sort((a, b) => b.past - a.past || a.name.localeCompare(b.name, "en-GB"))
    .slice(0, most)
    .map(({ past, ...quiet }) => quiet);
}

/** How many days may pass; undefined for one without a rhythm. */
function daysAllowed({ days, rhythm = null }: HeardDays, lastContact: Day): number | undefined {
  const due = dueBy({ rhythm, lastContact });
  if (due) return daysBetween(lastContact, due);
  if (days.length < fewestDays) return undefined;
  const pauses = days.slice(1).map((day, at) => daysBetween(day, days[at] ?? day));
  return Math.max(patience.least, patience.times * middle(pauses));
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
