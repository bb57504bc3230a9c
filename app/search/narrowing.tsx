import { Link } from "@remix-run/react";
import type { JSX, ReactNode } from "react";
import { classes } from "../ui/classes.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import type { Stretch } from "./date-words.ts";
import { FacetLists } from "./facet-lists.tsx";
import type { Facet } from "./facets.ts";
import { type SearchRequest, searchAddress } from "./search-request.ts";
import { WhenHeard } from "./when-heard.tsx";

type NarrowingProps = {
  request: SearchRequest;
  facets: readonly Facet[];
  stretches: readonly Stretch[];
  departmentWord: string;
};

type FoldedProps = NarrowingProps & { /** Before the lists. */ children: ReactNode };

/**
 * Everything a search can be narrowed by: beside the results on a wide screen, folded above them on a narrow one. A
 * fold cannot be held open by a style sheet everywhere yet, so the page holds it twice and shows one.
 */
export function NarrowingBeside(props: NarrowingProps): JSX.Element {
  return (
    <nav aria-label="Narrow the results" className="grid gap-6 max-xl:hidden print:hidden">
      <Lists {...props} id="beside" />
    </nav>
  );
}

export function NarrowingFolded({ children, ...props }: FoldedProps): JSX.Element {
  return (
    <nav aria-label="Narrow the results" className="has-open:w-full xl:hidden print:hidden">
      <Disclosure summary="Filters">
        {children}
        <div className="grid gap-6 border-b border-line pb-6 sm:grid-cols-2">
          <Lists {...props} id="folded" />
        </div>
      </Disclosure>
    </nav>
  );
}

function Lists({ request, facets, stretches, departmentWord, id }: NarrowingProps & { id: string }) {
  return (
    <>
      <FacetLists request={request} facets={facets} departmentWord={departmentWord} />
      <WhenHeard request={request} stretches={stretches} id={id} />
      <StillCurrent request={request} />
    </>
  );
}

/** Leaves out what has come of age and what a newer insight has replaced. */
function StillCurrent({ request }: { request: SearchRequest }): JSX.Element {
  const { fresh } = request;
  return (
    <section aria-label="How current">
      <h2 className="mb-1 font-semibold">How current</h2>
      <Link
        to={searchAddress(request, { fresh: fresh ? undefined : "1" })}
        aria-current={fresh ? "true" : undefined}
        className={classes(
          "inline-flex min-h-7 items-center text-sm hover:text-accent hover:underline pointer-coarse:min-h-11",
          fresh && "font-medium text-accent",
        )}
      >
        Hide what is due a check or replaced
      </Link>
    </section>
  );
}
