import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import Newspaper from "lucide-react/icons/newspaper";
import type { JSX } from "react";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { SearchWithin } from "../search/search-within.tsx";
import { type Day, dayIn, daysAfter, mondayOf, weekName } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { archiveSpan, archiveYears, isoYearOf } from "../weekly/archive-years.ts";
import { findFirstWeek, listWeeks } from "../weekly/list-weeks.server.ts";
import { WeekSpark } from "../weekly/week-spark.tsx";
import { weekDates, weekTitle } from "../weekly/week-words.ts";

export const meta: MetaFunction = () => [{ title: "All weeks · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  const asked = searchParams(request, { one: ["year"] }).year;
  const { timeZone } = await findLibrarySettings();
  const monday = mondayOf(dayIn(timeZone, new Date()));
  const year = asked === undefined ? undefined : readYear(asked, monday);
  const { from, upTo } = archiveSpan({ year, monday });
  // Those before the first are for the picture of five beside it.
  const [around, first] = await Promise.all([
    listWeeks({ from: daysAfter(from, -28), upTo }),
    findFirstWeek(),
  ]);
  return { around, from, year, years: archiveYears({ first, monday }), lastSunday: daysAfter(monday, -1) };
}

function readYear(asked: string, monday: Day): number {
  const year = /^\d{4}$/.test(asked) ? Number(asked) : Number.NaN;
  return year >= 1900 && year <= isoYearOf(monday) ? year : notFound();
}

export default function Weeks(): JSX.Element {
  const { around, from, year, years, lastSunday } = useLoaderData<typeof loader>();
  const weeks = around.filter(({ monday }) => monday >= from);
  return (
    <Column>
      <PageHeader
        serif
        title={year === undefined ? "All weeks" : `The weeks of ${year}`}
        lead={year === undefined ? "Every weekly issue, the latest first." : undefined}
      />
      {years.length > 1 && <Years years={years} current={year} />}
      {weeks.length > 0 && (
        <SearchWithin label="Search the archive" within={{ to: lastSunday, sort: "newest" }} />
      )}
      {weeks.length === 0 && year !== undefined && (
        <EmptyState title={`Nothing was heard in ${year}`} icon={Newspaper}>
          The weeks of another year stand under its number.
        </EmptyState>
      )}
      {weeks.length === 0 && year === undefined && (
        <EmptyState title="No week has an issue yet">
          As soon as somebody posts an insight, the week it was heard in stands here.
        </EmptyState>
      )}
      <ul className="grid">
        {weeks.map(({ monday, insights, line }) => (
          <li key={monday} className="border-t border-line first:border-t-0">
            <Link
              to={`/weeks/${weekName(monday)}`}
              className="flex min-h-11 flex-wrap items-baseline gap-x-4 py-2 hover:text-accent"
            >
              <span className="font-serif text-lg">{weekTitle(monday)}</span>
              <span className="text-soft">{weekDates(monday)}</span>
              <span className="flex items-baseline gap-2 figures sm:ml-auto">
                <WeekSpark monday={monday} weeks={around} />
                {insights} {insights === 1 ? "insight" : "insights"}
              </span>
              {line && <span className="w-full max-w-measure text-sm text-soft">{line}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Column>
  );
}

/** The latest weeks, and every year there are weeks of. */
function Years({ years, current }: { years: readonly number[]; current: number | undefined }): JSX.Element {
  const all = [{ name: "Latest", to: "/weeks", year: undefined as number | undefined }].concat(
    years.map((year) => ({ name: String(year), to: `/weeks?year=${year}`, year })),
  );
  return (
    <nav {...linksInPlace} aria-label="Years" className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-x-4">
        {all.map(({ name, to, year }) => (
          <li key={name}>
            <a
              href={to}
              aria-current={year === current ? "page" : undefined}
              className="link inline-flex min-h-6 items-center figures aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline pointer-coarse:min-h-11"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
