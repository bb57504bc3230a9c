import { Link } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import type { JSX } from "react";
import { capitalised } from "../settings/our-words.ts";
import { classes } from "../ui/classes.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { Icon } from "../ui/icon.tsx";
import { type Facet, type FacetValue, withValueTurned } from "./facets.ts";
import type { FilterName } from "./filter-choices.ts";
import { type SearchRequest, searchAddress } from "./search-request.ts";

const shownFirst = 5;

type FacetListsProps = { request: SearchRequest; facets: readonly Facet[]; departmentWord: string };

/** The values of each filter with what each would find: links, so that a search is narrowed by following one. */
export function FacetLists({ request, facets, departmentWord }: FacetListsProps): JSX.Element {
  const titles: Record<FilterName, string> = {
    department: capitalised(departmentWord),
    tag: "Tag",
    channel: "How heard",
    kind: "Kind",
    team: "Team",
  };
  return (
    <>
      {facets
        .filter(({ values }) => values.length > 0)
        .map(({ name, values }) => {
          const first = values.filter(({ chosen }, at) => chosen || at < shownFirst);
          const more = values.slice(first.length);
          const list = (shown: readonly FacetValue[]) => (
            <ul>
              {shown.map((value) => (
                <li key={value.value}>
                  <FacetLink to={searchAddress(request, withValueTurned(request, name, value))} {...value} />
                </li>
              ))}
            </ul>
          );
          return (
            <section key={name} aria-label={titles[name]}>
              <h2 className="mb-1 font-semibold">{titles[name]}</h2>
              {list(first)}
              {more.length > 0 && <Disclosure summary={`${more.length} more`}>{list(more)}</Disclosure>}
            </section>
          );
        })}
    </>
  );
}

function FacetLink({ to, label, count, chosen }: FacetValue & { to: string }): JSX.Element {
  return (
    <Link
      to={to}
      aria-current={chosen ? "true" : undefined}
      className={classes(
        "-mx-2 flex min-h-7 items-baseline gap-2 rounded-sm px-2 py-0.5 text-sm hover:bg-sunken hover:text-accent pointer-coarse:min-h-11 pointer-coarse:py-2.5",
        chosen && "font-medium text-accent",
      )}
    >
      {chosen && <Icon of={Check} className="size-3.5 lower" />}
      <span className="min-w-0 flex-1">{label}</span>
      {count !== null && (
        <span className="text-soft figures">
          {count.toLocaleString("en-GB")}
          <span className="sr-only">{count === 1 ? " insight" : " insights"}</span>
        </span>
      )}
    </Link>
  );
}
