import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type JSX, useMemo } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { throttleSearch } from "../http/throttle.server.ts";
import { basicResultsWords, problemsInWords } from "../search/answer-words.ts";
import { askedWords } from "../search/asked-words.ts";
import { nearestWords } from "../search/correct-words.server.ts";
import { stretchesRound } from "../search/date-words.ts";
import { drawAbove } from "../search/draw-above.server.tsx";
import { searchWhileWanted } from "../search/engine.server.ts";
import { noCounts } from "../search/facet-counts.ts";
import { facetsOf } from "../search/facets.ts";
import { FilterChips } from "../search/filter-chips.tsx";
import { FilterNames, filterLinkLook } from "../search/filter-names.tsx";
import { filtersInForce } from "../search/filters-in-force.ts";
import { findFilterLabels, labelsNaming } from "../search/find-filter-labels.server.ts";
import { findNamed } from "../search/find-named.server.ts";
import { findNewInsights } from "../search/find-new-insights.server.ts";
import { beginIndexView, indexViewBeside } from "../search/index-view.server.ts";
import { NamedFound } from "../search/named-found.tsx";
import { NarrowingBeside, NarrowingFolded } from "../search/narrowing.tsx";
import { noteSearch } from "../search/note-empty-search.server.ts";
import { NothingFound } from "../search/nothing-found.tsx";
import { AnnounceTotal, ResultHeading } from "../search/result-heading.tsx";
import { ResultList } from "../search/result-list.tsx";
import { canBeSaved, readNewSince } from "../search/saved-search.ts";
import { searchCards } from "../search/search-cards.server.ts";
import { readSentPage, sendPage } from "../search/search-page.ts";
import { asksForNothing, parseSearchRequest, searchAddress, searchLimits } from "../search/search-request.ts";
import { showSavedSearches } from "../search/show-saved-searches.server.ts";
import { SignPickers } from "../search/sign-picker.lazy.tsx";
import { withTimeTaken } from "../search/time-taken.tsx";
import { readSearch } from "../search/understand-request.server.ts";
import { useLiveResults } from "../search/use-search-as-you-type.ts";
import { writeQuery } from "../search/write-query.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { capitalised } from "../settings/our-words.ts";
import { Notice } from "../ui/notice.tsx";
import { Beside, PageHeader } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.q ? `${data.q} · Search · Corridor` : "Search · Corridor" },
];

export async function loader({ request: sent, context }: LoaderFunctionArgs) {
  const asking = requirePerson(sent, context, { beside: indexViewBeside() });
  const view = beginIndexView(context.besideSession);
  const person = await asking;
  const { unchangedSince } = context;
  const parameters = new URL(sent.url).searchParams;
  // Begun before anything else is known, so that its second question goes with the page's second ones.
  const saved = asksForNothing(parseSearchRequest(parameters)) ? showSavedSearches(person) : undefined;
  saved?.catch(() => {});
  const request = await readSearch({ person, parameters });
  const since = request.page === 1 ? readNewSince(parameters) : undefined;
  await throttleSearch(person, writeQuery(request), context);
  const [
    { facets: counts = noCounts(), ...results },
    labels,
    { departmentWord, timeZone },
    also,
    shownSaved,
    news,
  ] = await Promise.all([
    searchWhileWanted(sent.signal, () =>
      searchCards({ person, request, view, facets: true, unchangedSince }),
    ),
    findFilterLabels(),
    findLibrarySettings(),
    request.page === 1 ? findNamed({ person, request, unchangedSince }) : [],
    saved,
    since === undefined ? undefined : findNewInsights({ person, request, since }),
  ]);
  // An address followed from elsewhere changes nothing: only what is asked from a page of ours is counted.
  const isOwn = sent.headers.get("Sec-Fetch-Site") === "same-origin";
  if (isOwn) noteSearch({ person, request, found: results.total + also.length });
  const [named, nearest] = await Promise.all([
    labelsNaming(facetsOf({ request, counts, labels }), labels),
    results.total === 0 ? nearestWords({ person, words: askedWords(request).words }) : [],
  ]);
  const facets = facetsOf({ request, counts, labels: named });
  const today = dayIn(timeZone, new Date());
  const stretches = withTimeTaken(stretchesRound(today), request);
  const names = request.people.map((handle) => ({ handle, name: named.person.get(handle) ?? `@${handle}` }));
  const page = {
    request,
    results,
    facets,
    stretches,
    names,
    also,
    nearest,
    above: drawAbove({ request, saved: shownSaved, news, today }),
    save: canBeSaved(request),
    problems: problemsInWords(request),
    departmentWord: departmentWord.one,
  };
  return sendPage(page, context);
}

export default function Search(): JSX.Element {
  const sent = useLoaderData<typeof loader>();
  const { results, also, nearest, save, above, problems, ...page } = useMemo(
    () => readSentPage(sent),
    [sent],
  );
  const { request } = page;
  // While somebody types, what is found stands in for what the page came with; the rest follows when typing settles.
  const shown = useLiveResults() ?? results;
  // What is new stands above the rest, and not in it once more.
  const isTyping = shown !== results;
  const found = shown.found.filter(({ id }) => isTyping || !above?.ids.includes(id));
  const more = shown.total > shown.page * searchLimits.hitsOnAPage && shown.page < searchLimits.pages;
  const to = (number: number) =>
    searchAddress(request, { q: shown.q, phrases: [], excluded: [], page: number });
  const addressFor = (path: string) => searchAddress(request).replace("/search", path);
  const filterNames = (
    <FilterNames form={addressFor("/search/more")} departmentWord={capitalised(page.departmentWord)} />
  );
  return (
    <>
      <PageHeader title={shown.q ? inMarks(shown.q) : "Search"} />
      <AnnounceTotal request={request} settled={results} />
      <Beside aside={<NarrowingBeside {...page} />} narrow="away">
        {shown.basic && (
          <div className="mb-6">
            <Notice tone="warn" title="Basic results">
              {basicResultsWords[shown.reason ?? "down"]}
            </Notice>
          </div>
        )}
        {problems.map((problem) => (
          <div key={problem} className="mb-6">
            <Notice tone="warn" title={problem} />
          </div>
        ))}
        <FilterChips request={request} inForce={filtersInForce(page)} />
        <SignPickers />
        <div className="max-xl:hidden">{filterNames}</div>
        <div className="mb-4 flex flex-wrap items-center gap-x-5 text-sm print:hidden">
          <NarrowingFolded {...page}>{filterNames}</NarrowingFolded>
          <a href={addressFor("/search/more")} className={filterLinkLook}>
            More ways to search
          </a>
          {save && (
            <a href={addressFor("/search/save")} className={filterLinkLook}>
              Save this search
            </a>
          )}
        </div>
        <NamedFound named={also} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote this markup itself */}
        {above && <div hidden={isTyping} dangerouslySetInnerHTML={{ __html: above.html }} />}
        <ResultHeading request={request} shown={shown} />
        {shown.found.length === 0 && (
          <NothingFound request={request} query={shown.q} nearest={nearest} isNamed={also.length > 0} />
        )}
        {found.length < shown.found.length && found.length === 0 && (
          <p className="text-soft">All of it is new, and stands above.</p>
        )}
        <ResultList found={found} isAsked={shown.q !== ""} />
        {shown.found.length > 0 && (
          <form method="post" action={addressFor("/search/insights.csv")}>
            <button type="submit" className="link mt-4 min-h-8 text-sm pointer-coarse:min-h-11">
              Save what was found as CSV
            </button>
          </form>
        )}
        <Pagination
          newer={shown.page > 1 ? to(shown.page - 1) : null}
          newerLabel="Previous"
          older={more ? to(shown.page + 1) : null}
          olderLabel="Next"
        />
      </Beside>
    </>
  );
}

/** What has marks of its own gets no others. */
function inMarks(q: string): string {
  return q.includes('"') ? q : `“${q}”`;
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
