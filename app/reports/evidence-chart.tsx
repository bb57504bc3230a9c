import { Link } from "@remix-run/react";
import type { JSX } from "react";
import type { Counted } from "../desk/enquiry-figures.ts";
import { rowsAddress } from "../desk/rows-address.ts";
import { exactDate } from "../ui/dates.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { monthBars } from "./month-bars.ts";

type EvidenceChartProps = { months: readonly Counted[]; slug: string; name: string };

const size = { width: 640, height: 120 };

/** Two years of enquiries by month, the past year darker; and the same as a table, each month leading to its rows. */
export function EvidenceChart({ months, slug, name }: EvidenceChartProps): JSX.Element {
  const { bars, most } = monthBars(months, size);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <figure className="grid gap-2">
      <svg
        role="img"
        aria-label={`Enquiries from ${name} by month over two years; the table beneath has the numbers.`}
        viewBox={`0 0 ${size.width} ${size.height + 1}`}
        className="h-auto w-full"
      >
        <line x1="0" x2={size.width} y1={size.height} y2={size.height} className="stroke-edge" />
        {bars.map(({ month, isNow, ...bar }) => (
          <rect key={month.from} {...bar} rx="1.5" className={isNow ? "fill-accent" : "fill-edge"} />
        ))}
      </svg>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="text-soft">{first && `The year before, from ${exactDate(first.from)}`}</span>
        <span className="text-accent">{last && `Past year, to ${exactDate(last.to)}`}</span>
      </p>
      <figcaption className="text-sm text-soft">
        The busiest month had {most.toLocaleString("en-GB")}.
      </figcaption>
      <div className="print:hidden">
        <Disclosure summary="The same as a table">
          <table className="text-sm figures">
            <thead>
              <tr className="border-b border-edge text-left">
                <th scope="col" className="py-1 pr-6 font-medium">
                  Month from
                </th>
                <th scope="col" className="py-1 text-right font-medium">
                  Enquiries
                </th>
              </tr>
            </thead>
            <tbody>
              {months.toReversed().map((month) => (
                <tr key={month.from} className="border-b border-line">
                  <th scope="row" className="py-1 pr-6 text-left font-normal">
                    {exactDate(month.from)}
                  </th>
                  <td className="py-1 text-right">
                    <Link
                      to={rowsAddress({ department: slug, period: month })}
                      prefetch="none"
                      className="link inline-block min-w-6 py-0.5 pointer-coarse:min-w-11 pointer-coarse:py-2.5"
                    >
                      {month.total.toLocaleString("en-GB")}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      </div>
    </figure>
  );
}
