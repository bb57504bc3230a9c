import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import BinocularsIcon from "lucide-react/icons/binoculars";
import type { JSX } from "react";
import { checkSource } from "../departments/check-source.server.ts";
import { listSourcesToCheck, type SourceToCheck } from "../departments/list-sources.server.ts";
import { nextCheck } from "../departments/source.ts";
import { CheckButtons, SourceItem } from "../departments/source-item.tsx";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { dayIn, daysAfter } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "Where to look · Corridor" }];

const soonDays = 14;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const sources = await listSourcesToCheck({ personId: person.id, upTo: daysAfter(today, soonDays) });
  return { sources, today };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const [intent, id, back] = [field(form, "intent"), field(form, "id") ?? "", field(form, "back")];
    if (intent !== "nothing-new" && intent !== "found")
      return badRequest("The form asked for what there is not.");
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return notFound();
    const { timeZone } = await findLibrarySettings();
    const found = intent === "found";
    const slug = await checkSource({ person, id, today: dayIn(timeZone, new Date()), found });
    if (slug === undefined) return notFound();
    if (found) return redirect(`/insights/new?department=${slug}&channel=website-check`);
    return redirect(back === slug ? `/departments/${slug}/sources` : "/checks", {
      headers: { "Set-Cookie": noticeCookie(request, "source-checked") },
    });
  });
}

export default function Checks(): JSX.Element {
  const { sources, today } = useLoaderData<typeof loader>();
  const answer = useActionData() as Undone | undefined;
  const isDue = ({ everyWeeks, checked }: SourceToCheck) =>
    (nextCheck({ everyWeeks, checkedOn: checked?.on ?? null }, today) ?? "9") <= today;
  const due = sources.filter(isDue);
  const soon = sources.filter((source) => !isDue(source));
  return (
    <Column>
      <PageHeader
        title="Where to look"
        lead={
          <>
            Websites and publications of departments that it is your turn to look at. Insights that may no
            longer hold are in{" "}
            <Link to="/me/checks" className="link">
              Is it still true?
            </Link>
          </>
        }
      />
      <NotDone answer={answer} />
      <Section title="Due">
        {due.length === 0 && (
          <EmptyState icon={BinocularsIcon} title="Nothing is due">
            A website or publication stands here when its weeks have passed. They are kept on each
            department's page, under “What they read”.
          </EmptyState>
        )}
        <SourceList sources={due} today={today} />
      </Section>
      {soon.length > 0 && (
        <Section title="In the next two weeks">
          <SourceList sources={soon} today={today} />
        </Section>
      )}
    </Column>
  );
}

function SourceList({ sources, today }: { sources: readonly SourceToCheck[]; today: string }): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {sources.map((source) => (
        <li key={source.id} className="grid gap-2 py-4 first:pt-0">
          <SourceItem
            source={source}
            today={today}
            department={
              <Link
                to={`/departments/${source.department.slug}/sources`}
                className="link inline-block py-0.5"
              >
                {source.department.name}
              </Link>
            }
          />
          <CheckButtons source={source} />
        </li>
      ))}
    </ul>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
