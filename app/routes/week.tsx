import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { SearchWithin } from "../search/search-within.tsx";
import { daysAfter, mondayOfWeekName, weekName } from "../settings/calendar.ts";
import { ClosedIssue } from "../weekly/closed-issue.tsx";
import { markIssueRead } from "../weekly/mark-issue-read.server.ts";
import { weekTitle } from "../weekly/week-words.ts";
import { WeeklyIssuePage } from "../weekly/weekly-issue.tsx";
import { findClosedIssuePage, findOpenIssuePage } from "./find-issue-page.server.ts";
import { readGrouping } from "./read-grouping.server.ts";
import { requireWeek } from "./require-week.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? weekTitle(data.monday) : "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { monday, isCurrent } = await requireWeek(params.week);
  const asked = { context, person, monday, by: readGrouping(request) };
  const closed = isCurrent ? undefined : await findClosedIssuePage(asked);
  if (closed) return { monday, closed };
  const { page } = await findOpenIssuePage(asked);
  return { monday, current: isCurrent, open: page };
}

/** Notes how far the reader has read. */
export function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const monday = mondayOfWeekName(params.week ?? "");
    if (!monday) return notFound();
    const form = await readForm(request);
    const upTo = readCursor(field(form, "upTo")) ?? badRequest("The form came without its mark.");
    const stoppedAt = field(form, "at");
    if (stoppedAt !== undefined && !isId(stoppedAt)) return badRequest("The form came without its mark.");
    await markIssueRead({ person, monday, upTo, stoppedAt });
    return null;
  });
}

/** Reading on changes nothing that stands on the page: what was new stays marked until it is opened again. */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return formMethod === "POST" ? false : defaultShouldRevalidate;
}

export default function Week(): JSX.Element {
  const { monday, open, closed, current } = useLoaderData<typeof loader>();
  return (
    <>
      {closed ? (
        <ClosedIssue {...closed} monday={monday} />
      ) : (
        <WeeklyIssuePage {...open} current={current} address={`/weeks/${weekName(monday)}`} />
      )}
      <div className="mt-12 max-w-column">
        <SearchWithin label="Search this week" within={{ from: monday, to: daysAfter(monday, 6) }} />
      </div>
    </>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
