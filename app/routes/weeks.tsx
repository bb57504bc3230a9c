import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { SearchWithin } from "../search/search-within.tsx";
import { dayIn, daysAfter, mondayOf, weekName } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { listWeeks } from "../weekly/list-weeks.server.ts";
import { WeekSpark } from "../weekly/week-spark.tsx";
import { weekDates, weekTitle } from "../weekly/week-words.ts";

export const meta: MetaFunction = () => [{ title: "All weeks · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  const { timeZone } = await findLibrarySettings();
  const monday = mondayOf(dayIn(timeZone, new Date()));
  return { weeks: await listWeeks({ upTo: monday }), lastSunday: daysAfter(monday, -1) };
}

export default function Weeks(): JSX.Element {
  const { weeks, lastSunday } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader serif title="All weeks" lead="Every weekly issue, the latest first." />
      {weeks.length > 0 && (
        <SearchWithin label="Search the archive" within={{ to: lastSunday, sort: "newest" }} />
      )}
      {weeks.length === 0 && (
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
              <span className="ml-auto flex items-baseline gap-2 tabular-nums">
                <WeekSpark monday={monday} weeks={weeks} />
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

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
