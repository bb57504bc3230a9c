import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { findInsight } from "../insights/find-insight.server.ts";
import { tellHistory } from "../insights/history.ts";
import { InsightHistory } from "../insights/insight-history.tsx";
import { listVersions } from "../insights/list-versions.server.ts";
import { Column, PageHeader } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "What an insight said before · Corridor" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const insight = await findInsight({ person, id: params.id ?? "" });
  if (!insight) return notFound();
  const { card, judged } = insight;
  const versions = await listVersions({ person, id: card.id, judged });
  return {
    id: card.id,
    departments: card.departments.map(({ name }) => name),
    entries: tellHistory(versions),
  };
}

export default function History(): JSX.Element {
  const { id, departments, entries } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        kicker={
          <a href={`/insights/${id}`} className="link">
            Back to the insight
          </a>
        }
        title="What it said before"
        lead={`Every version of the insight about ${departments.join(", ")}, the latest first.`}
      />
      <InsightHistory entries={entries} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
