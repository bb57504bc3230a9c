import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { keepAnswers } from "../http/kept-answers.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { listTagCounts, type TagCount } from "../insights/list-tag-counts.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";

export const meta: MetaFunction = () => [{ title: "Themes · Corridor" }];

const counts = keepAnswers<TagCount[]>({ most: 60 });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const tags = await counts({
    context,
    person,
    key: "",
    make: async () => ({ value: await listTagCounts({ person }) }),
  });
  return { tags };
}

export default function Tags(): JSX.Element {
  const { tags } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Themes" lead="Every tag in use, and how much has been heard under it." />
      {tags.length === 0 && (
        <EmptyState title="No themes yet">
          Write #theme in an insight, or fill in its tags: what many people hear about will show here.
        </EmptyState>
      )}
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {tags.map(({ name, insights, lastHeard }) => (
          <li key={name} className="border-t border-line">
            <Link
              to={`/tags/${encodeURIComponent(name)}`}
              className="flex min-h-11 flex-wrap items-baseline gap-x-3 py-2 hover:text-accent"
            >
              <span className="font-medium">{name}</span>
              <span className="text-sm text-soft">{lastHeard && <TimeAgo at={lastHeard} />}</span>
              <span className="ml-auto figures">{insights}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
