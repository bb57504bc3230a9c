import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { weekName } from "../settings/calendar.ts";
import { PageHeader } from "../ui/page.tsx";
import { PrintButton } from "../ui/print-button.tsx";
import { findPrintedIssue } from "../weekly/find-printed-issue.server.ts";
import { PrintedPages } from "../weekly/printed-pages.tsx";
import { weekTitle } from "../weekly/week-words.ts";
import { requireWeek } from "./require-week.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${weekTitle(data.monday)} to print` : "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const monday = (await requireWeek(params.week)).monday;
  const withMine = searchParams(request, { one: ["with"] }).with === "mine";
  const issue = await findPrintedIssue({ person, monday, withMine, origin: context.origin });
  return { monday, issue, withMine };
}

export default function WeekPrint(): JSX.Element {
  const { monday, issue, withMine } = useLoaderData<typeof loader>();
  const address = `/weeks/${weekName(monday)}`;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          serif
          kicker={
            <Link to={address} className="link">
              {weekTitle(monday)}
            </Link>
          }
          title="To print"
          lead="Two sides of A4, to be left in the staff room."
          actions={<PrintButton />}
        />
        <p className="mb-8 text-sm">
          {withMine ? "With what only you or your team may read. " : "What all staff may read. "}
          <Link to={withMine ? `${address}/print` : `${address}/print?with=mine`} className="link">
            {withMine ? "Only what all staff may read" : "With what only I or my team may read"}
          </Link>
        </p>
      </div>
      <PrintedPages issue={issue} />
    </>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
