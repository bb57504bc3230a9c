import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { pageNumber, searchParams } from "../http/search-params.server.ts";
import { listKeptTags } from "../insights/list-kept-tags.server.ts";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ListSearch } from "../ui/list-search.tsx";
import { NumberedPages } from "../ui/numbered-pages.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { pageOf } from "../ui/page-of.ts";
import { TimeAgo } from "../ui/time-ago.tsx";
import { canKeepVocabulary } from "../vocabulary/policy.ts";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Tags · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepVocabulary(person)) return forbidden();
  const { q = "", ...asked } = searchParams(request, { one: ["q", "page"] });
  const page = pageNumber(asked.page);
  const sought = q.trim().toLowerCase().slice(0, 100);
  const all = await listKeptTags({ person });
  const found = all.filter(({ name, synonyms }) =>
    [name, ...synonyms].some((each) => each.toLowerCase().includes(sought)),
  );
  const { shown, pages } = pageOf(found, page);
  return {
    tags: shown.map(({ id: _, ...tag }) => tag),
    found: found.length,
    count: all.length,
    q,
    page,
    pages,
  };
}

export default function SettingsTags(): JSX.Element {
  const { tags, found, count, q, page, pages } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        title="Tags"
        kicker={<SettingsKicker />}
        lead="Rename one, merge two that mean the same, say what else one is found by. Counts are of insights you may read."
      />
      <Section title="All tags" hideTitle>
        {count === 0 && (
          <EmptyState title="No tags yet">
            A tag comes into being when somebody writes one, as in #open-access.
          </EmptyState>
        )}
        {count > 0 && <ListSearch id="tags-q" label="A tag or what else it is found by" q={q} />}
        {count > 0 && (
          <p role="status" className="mb-2 text-sm text-soft">
            {found === 1 ? "One tag" : `${found.toLocaleString("en-GB")} tags`}
          </p>
        )}
        <ul className="divide-y divide-line">
          {tags.map(({ name, insights, lastHeard, retired, synonyms }) => (
            <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
              <span className="min-w-0 wrap-anywhere">
                <Link
                  to={`/settings/tags/${encodeURIComponent(name)}`}
                  className="link inline-block py-0.5 font-medium"
                >
                  {name}
                </Link>{" "}
                {retired && <Badge>Retired</Badge>}
                {synonyms.length > 0 && (
                  <span className="text-sm text-soft"> also {synonyms.join(", ")}</span>
                )}
              </span>
              <span className="text-sm text-soft figures">
                {insights === 1 ? "1 insight" : `${insights} insights`}
                {lastHeard && (
                  <>
                    , last heard <TimeAgo at={lastHeard} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
        <NumberedPages path="/settings/tags" params={{ q }} page={page} pages={pages} />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
