import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { dayIn, mondayOf, mondayOfWeekName } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { findWeeklyIssue } from "../weekly/find-weekly-issue.server.ts";
import { weekTitle } from "../weekly/week-words.ts";
import { WeeklyIssuePage } from "../weekly/weekly-issue.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? weekTitle(data.issue.monday) : "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const monday = mondayOfWeekName(params.week ?? "");
  const { timeZone } = await findLibrarySettings();
  const thisMonday = mondayOf(dayIn(timeZone, new Date()));
  if (!monday || monday > thisMonday) return notFound();
  return { issue: await findWeeklyIssue({ person, monday }), current: monday === thisMonday };
}

export default function Week(): JSX.Element {
  const { issue, current } = useLoaderData<typeof loader>();
  return <WeeklyIssuePage issue={issue} current={current} />;
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
