import { exactDate } from "../ui/dates.ts";
import type { Change } from "./enquiry-figures.ts";

/** A change in words; honest where there is nothing to compare with. `period`: "month" or "year". */
export function changeWords(change: Change, period: "month" | "year"): string {
  if (!change.comparable) {
    if (change.since === null) return "nothing has been counted yet";
    return `no ${period} before to compare with: counting began on ${exactDate(change.since)}`;
  }
  const { difference, percent } = change;
  if (difference === 0 && percent === null) return `none in the ${period} before either`;
  if (difference === 0) return `as many as in the ${period} before`;
  const by = Math.abs(difference).toLocaleString("en-GB");
  const share = percent === null ? "" : ` (${Math.abs(percent)}%)`;
  return `${by} ${difference > 0 ? "more" : "fewer"} than in the ${period} before${share}`;
}
