import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { insightKindNames } from "../insights/insight.ts";
import { lastDayOf } from "../insights/timeline.ts";
import { exactDate, monthWords } from "../ui/dates.ts";
import type { PackMonth } from "./handover-pack.ts";
import type { HeardThing } from "./list-last-things.server.ts";

/** Insights in a line or two each; one that not all may read says so, on paper too. */
export function HeardLines({ things }: { things: readonly HeardThing[] }): JSX.Element | null {
  if (things.length === 0) return null;
  return (
    <ul className="grid gap-1.5">
      {things.map(({ id, text, kind, visibility, heardOn, phrase, by, team, voices }) => (
        <li key={id} className="max-w-measure break-inside-avoid">
          <Link
            to={`/insights/${id}`}
            prefetch="none"
            className="wrap-anywhere hover:text-accent hover:underline"
          >
            {text}
          </Link>{" "}
          <span className="text-sm text-soft">
            {kind !== "observation" && <>{insightKindNames[kind]}, </>}
            {phrase}, {exactDate(heardOn)}, by {by}, {team}
            {voices > 1 && `, heard by ${voices} people`}
          </span>
          {visibility === "team" && <b className="text-sm font-semibold">, only your team may read this</b>}
        </li>
      ))}
    </ul>
  );
}

type MonthListProps = { months: readonly PackMonth[]; quiet: ReadonlySet<string>; slug: string };

/** A year's months, the latest first, each with what was heard by most and the way to the rest. */
export function MonthList({ months, quiet, slug }: MonthListProps): JSX.Element {
  return (
    <>
      {months.map(({ month, count, things }) => {
        const more = count - things.length;
        const query = new URLSearchParams({ department: slug, from: `${month}-01`, to: lastDayOf(month) });
        return (
          <div key={month}>
            <h3 className="mb-1 font-semibold">
              {monthWords(month)}
              <span className="font-normal text-soft">
                : {count === 0 ? "nothing" : count === 1 ? "1 insight" : `${count} insights`}
                {quiet.has(month) && ", a quiet stretch"}
              </span>
            </h3>
            <HeardLines things={things} />
            {more > 0 && (
              <Link to={`/search?${query}`} prefetch="none" className="link mt-1 inline-block py-1 text-sm">
                {more} more<span className="sr-only"> of {monthWords(month)}</span>
              </Link>
            )}
          </div>
        );
      })}
    </>
  );
}
