import type { Day } from "../settings/calendar.ts";
import { type EnquiryKind, enquiryKinds } from "./enquiry.ts";
import { monthsUpTo, type Period } from "./period.ts";

/** So many of a kind in the month of that place, the oldest being 0. */
export type MonthCount = { month: number; kind: EnquiryKind; count: number };

export type Counted = Period & { total: number; byKind: Record<EnquiryKind, number> };

/** Two periods of one length beside each other. */
export type Compared = { now: Counted; before: Counted; change: Change };

/** Whether the two can be compared: only when enquiries were counted through all of the period before. */
export type Change =
  | { comparable: true; difference: number; percent: number | null }
  | { comparable: false; since: Day | null };

export type EnquiryFigures = { month: Compared; year: Compared; months: Counted[] };

/** Whether anything was counted in two years. */
export function hasFigures({ year: { now, before } }: EnquiryFigures): boolean {
  return now.total + before.total > 0;
}

/** The figures of two years, up to and with today. `since`: the first day enquiries were counted at all. */
export function enquiryFigures({
  counts,
  since,
  today,
}: {
  counts: readonly MonthCount[];
  since: Day | null;
  today: Day;
}): EnquiryFigures {
  const months = monthsUpTo(today).map((period, at) => ({
    ...period,
    ...added(counts.filter(({ month }) => month === at)),
  }));
  const whole = (from: number, to: number): Counted => ({
    from: months[from]?.from ?? today,
    to: months[to - 1]?.to ?? today,
    ...added(counts.filter(({ month }) => month >= from && month < to)),
  });
  const compared = (now: Counted, before: Counted): Compared => ({
    now,
    before,
    change: changeBetween({ now: now.total, before, since }),
  });
  return {
    months,
    month: compared(whole(23, 24), whole(22, 23)),
    year: compared(whole(12, 24), whole(0, 12)),
  };
}

function changeBetween({ now, before, since }: { now: number; before: Counted; since: Day | null }): Change {
  if (since === null || since > before.from) return { comparable: false, since };
  const difference = now - before.total;
  const percent = before.total === 0 ? null : Math.round((100 * difference) / before.total);
  return { comparable: true, difference, percent };
}

function added(counts: readonly MonthCount[]): Pick<Counted, "total" | "byKind"> {
  const byKind = Object.fromEntries(enquiryKinds.map((kind) => [kind, 0])) as Record<EnquiryKind, number>;
  let total = 0;
  for (const { kind, count } of counts) {
    byKind[kind] += count;
    total += count;
  }
  return { total, byKind };
}
