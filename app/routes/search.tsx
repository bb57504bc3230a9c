import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import SearchX from "lucide-react/icons/search-x";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { InsightList } from "../insights/insight-list.tsx";
import { listInsightCards } from "../insights/list-insight-cards.server.ts";
import { basicResultsWords, problemsInWords, totalInWords } from "../search/answer-words.ts";
import { listFilterChoices } from "../search/list-filter-choices.server.ts";
import { SearchFilters } from "../search/search-filters.tsx";
import { searchInsights } from "../search/search-insights.server.ts";
import { isFiltered, parseSearchRequest, searchAddress, searchLimits } from "../search/search-request.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.request.q ? `${data.request.q} · Search · Corridor` : "Search · Corridor" },
];

export async function loader({ request: sent, context }: LoaderFunctionArgs) {
  const person = await requirePerson(sent, context);
  const request = parseSearchRequest(new URL(sent.url).searchParams);
  const [answer, choices, { departmentWord }] = await Promise.all([
    searchInsights({ person, request, read: listInsightCards }),
    listFilterChoices({ person }),
    findLibrarySettings(),
  ]);
  // The excerpt stands for the text, which is then not sent a second time.
  const found = answer.hits.map(({ excerpt, item }) => ({ ...item, html: "", excerpt }));
  const { total, totalIsExact, basic, reason } = answer;
  return { request, found, total, totalIsExact, basic, reason, choices, departmentWord: departmentWord.one };
}

export default function Search(): JSX.Element {
  const { request, found, basic, reason, choices, departmentWord, ...totals } =
    useLoaderData<typeof loader>();
  const { page } = request;
  const more = totals.total > page * searchLimits.hitsOnAPage && page < searchLimits.pages;
  return (
    <Column>
      <PageHeader
        title={request.q ? `“${request.q}”` : "Search"}
        lead={<span role="status">{totalInWords(totals)}</span>}
      />
      {basic && (
        <div className="mb-6">
          <Notice tone="warn" title="Basic results">
            {basicResultsWords[reason ?? "down"]}
          </Notice>
        </div>
      )}
      {problemsInWords(request).map((problem) => (
        <div key={problem} className="mb-6">
          <Notice tone="warn" title={problem} />
        </div>
      ))}
      <SearchFilters request={request} choices={choices} departmentWord={departmentWord} />
      {found.length === 0 && <NothingFound query={request.q} filtered={isFiltered(request)} />}
      <InsightList cards={found} />
      <Pagination
        newer={page > 1 ? searchAddress(request, { page: page - 1 }) : null}
        newerLabel="Previous"
        older={more ? searchAddress(request, { page: page + 1 }) : null}
        olderLabel="Next"
      />
    </Column>
  );
}

function NothingFound({ query, filtered }: { query: string; filtered: boolean }): JSX.Element {
  return (
    <EmptyState
      title="Nothing colleagues have posted matches"
      icon={SearchX}
      action={
        <>
          {filtered && (
            <ButtonLink to={searchAddress({ q: query })} variant="secondary">
              Search without filters
            </ButtonLink>
          )}
          <ButtonLink to="/insights/new" variant="secondary">
            Post what you know
          </ButtonLink>
        </>
      }
    >
      Try fewer or other words, a nickname, or the name of the department.
    </EmptyState>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
