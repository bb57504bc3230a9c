import type { JSX } from "react";
import { type Day, daysAfter } from "../settings/calendar.ts";
import type { ListedWeek } from "./list-weeks.server.ts";

const size = { bar: 5, gap: 2, height: 20 } as const;

/** A week's count beside those of the four before it; the number itself stands in words beside it. */
export function WeekSpark({ monday, weeks }: { monday: Day; weeks: readonly ListedWeek[] }): JSX.Element {
  const counts = [-28, -21, -14, -7, 0].map((days) => {
    const week = daysAfter(monday, days);
    return { week, count: weeks.find((one) => one.monday === week)?.insights ?? 0 };
  });
  const most = Math.max(1, ...weeks.map(({ insights }) => insights));
  const width = counts.length * (size.bar + size.gap) - size.gap;
  return (
    <svg aria-hidden width={width} height={size.height} viewBox={`0 0 ${width} ${size.height}`}>
      {counts.map(({ week, count }, at) => {
        const height = Math.max(1, (count / most) * size.height);
        return (
          <rect
            key={week}
            x={at * (size.bar + size.gap)}
            y={size.height - height}
            width={size.bar}
            height={height}
            className={week === monday ? "fill-accent" : "fill-edge"}
          />
        );
      })}
    </svg>
  );
}
