import { Link } from "@remix-run/react";
import type { JSX, ReactNode } from "react";
import { exactDate } from "../ui/dates.ts";
import { type EnquiryKind, enquiryKindNames, enquiryKinds } from "./enquiry.ts";
import type { Counted, EnquiryFigures } from "./enquiry-figures.ts";
import { rowsAddress } from "./rows-address.ts";

type EnquiryTableProps = {
  figures: EnquiryFigures;
  /** Whose they are: a department's slug; everybody's without one. */
  department?: string;
  caption: string;
};

/** Past month and year beside the periods before, kind by kind; every number leads to its rows. */
export function EnquiryTable({ figures, department, caption }: EnquiryTableProps): JSX.Element {
  const { month, year } = figures;
  const periods: [string, Counted][] = [
    ["Past month", month.now],
    ["Month before", month.before],
    ["Past year", year.now],
    ["Year before", year.before],
  ];
  const kinds = enquiryKinds.filter((kind) => periods.some(([, { byKind }]) => byKind[kind] > 0));
  return (
    // What only a screen reader is told has its place in here: left to the page it would widen that.
    <div className="relative overflow-x-auto">
      <table className="w-full text-sm figures">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-edge text-right align-bottom">
            <th scope="col" className="py-1.5 pr-3 text-left font-medium">
              Kind
            </th>
            {periods.map(([name, { from, to }]) => (
              <th key={name} scope="col" className="py-1.5 pl-3 font-medium">
                {name}
                <span className="sr-only">
                  , {exactDate(from)} to {exactDate(to)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <Row key={kind} name={enquiryKindNames[kind]}>
              {periods.map(([name, counted]) => (
                <Figure key={name} counted={counted} department={department} kind={kind} />
              ))}
            </Row>
          ))}
          <Row name="All" strong>
            {periods.map(([name, counted]) => (
              <Figure key={name} counted={counted} department={department} />
            ))}
          </Row>
        </tbody>
      </table>
    </div>
  );
}

function Row({
  name,
  strong = false,
  children,
}: {
  name: string;
  strong?: boolean;
  children: ReactNode;
}): JSX.Element {
  return (
    <tr className={strong ? "font-semibold" : "border-b border-line"}>
      <th scope="row" className={strong ? "py-1 pr-3 text-left" : "py-1 pr-3 text-left font-normal"}>
        {name}
      </th>
      {children}
    </tr>
  );
}

type FigureProps = { counted: Counted; department?: string; kind?: EnquiryKind };

function Figure({ counted, department, kind }: FigureProps): JSX.Element {
  const count = kind ? counted.byKind[kind] : counted.total;
  const written = count.toLocaleString("en-GB");
  return (
    <td className="py-1 pl-3 text-right">
      {count === 0 ? (
        <span className="text-soft">0</span>
      ) : (
        <Link
          to={rowsAddress({ department, kind, period: counted })}
          prefetch="none"
          className="inline-block min-w-6 py-0.5 underline decoration-edge underline-offset-4 hover:text-accent pointer-coarse:min-w-11 pointer-coarse:py-3"
        >
          {written}
        </Link>
      )}
    </td>
  );
}
