import type { JSX } from "react";
import { monthWords } from "../ui/dates.ts";
import type { MonthCount } from "./timeline.ts";

type TimelineChartProps = {
  months: readonly MonthCount[];
  /** Months that belong to a quiet stretch. */
  quiet: ReadonlySet<string>;
};

const size = { year: 44, step: 22, gap: 4, bar: 34, row: 52 } as const;

/** A row a year, a bar a month, quiet stretches hatched: drawn on the server, with its words in a table beside it. */
export function TimelineChart({ months, quiet }: TimelineChartProps): JSX.Element {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const most = Math.max(1, ...months.map(({ count }) => count));
  const [width, height] = [size.year + 12 * size.step, years.length * size.row];
  return (
    <svg
      role="img"
      aria-label={`Insights heard by month, ${years[0]} to ${years.at(-1)}. The same as a table stands beneath.`}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-full max-w-measure"
    >
      <defs>
        <pattern id="quiet" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.5" height="4" className="fill-signal" />
        </pattern>
      </defs>
      {years.map((year, row) => (
        <text key={year} x="0" y={row * size.row + size.bar} fontSize="12" className="fill-soft">
          {year}
        </text>
      ))}
      {months.map(({ month, count }) => {
        const x = size.year + (Number(month.slice(5)) - 1) * size.step;
        const top = years.indexOf(month.slice(0, 4)) * size.row;
        const tall = count === 0 ? 0 : Math.max(2, (count / most) * (size.bar - 12));
        const bar = { x, width: size.step - size.gap, rx: 1 };
        return (
          <g key={month}>
            <title>{`${monthWords(month)}: ${count}`}</title>
            {quiet.has(month) && (
              <rect {...bar} y={top + size.bar - 8} height="8" fill="url(#quiet)" className="stroke-signal" />
            )}
            <rect {...bar} y={top + size.bar - tall} height={tall} className="fill-accent" />
            <rect {...bar} y={top + size.bar} height="1" className="fill-edge" />
            {count > 0 && (
              <text
                x={x + bar.width / 2}
                y={top + size.bar - tall - 3}
                textAnchor="middle"
                fontSize="9"
                className="fill-ink"
              >
                {count}
              </text>
            )}
            <text
              x={x + bar.width / 2}
              y={top + size.bar + 11}
              textAnchor="middle"
              fontSize="9"
              className="fill-soft"
            >
              {monthWords(month).charAt(0)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
