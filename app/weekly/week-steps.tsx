import type { JSX } from "react";
import { type Day, daysAfter, weekName } from "../settings/calendar.ts";
import { Pagination } from "../ui/pagination.tsx";
import { weekTitle } from "./week-words.ts";

const look = "inline-flex min-h-11 items-center text-accent hover:text-accent-strong";

/** To the week before and, unless this is the current one, the week after. */
export function WeekSteps({ monday, current }: { monday: Day; current: boolean }): JSX.Element {
  const before = daysAfter(monday, -7);
  const after = daysAfter(monday, 7);
  return (
    <Pagination
      label="Weeks"
      between={
        <span className="flex flex-wrap gap-x-6">
          <a href="/weeks" className={look}>
            All weeks
          </a>
          <a href={`/weeks/${weekName(monday)}/print`} className={look}>
            Print
          </a>
        </span>
      }
      newer={`/weeks/${weekName(before)}`}
      newerLabel={weekTitle(before)}
      older={current ? null : `/weeks/${weekName(after)}`}
      olderLabel={weekTitle(after)}
    />
  );
}
