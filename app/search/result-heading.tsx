import { Link } from "@remix-run/react";
import { type JSX, useEffect, useRef, useState } from "react";
import { classes } from "../ui/classes.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { totalInWords } from "./answer-words.ts";
import { type SearchRequest, type SearchSort, searchAddress } from "./search-request.ts";

type Total = { total: number; totalIsExact: boolean };

/** How many were found, and the order they come in. */
export function ResultHeading({ request, shown }: { request: SearchRequest; shown: Total }): JSX.Element {
  return (
    <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-1.5">
      {/* Not read out at every keystroke: `AnnounceTotal` says it once typing has settled. */}
      <p role="status" aria-live="off" className="text-soft">
        {totalInWords(shown)}
      </p>
      {request.q !== "" && <Order request={request} />}
    </div>
  );
}

const orders: Record<SearchSort, string> = { relevance: "Best match first", newest: "Newest first" };

function Order({ request }: { request: SearchRequest }): JSX.Element {
  return (
    <ul aria-label="Order" className="flex gap-4 text-sm print:hidden">
      {(Object.keys(orders) as SearchSort[]).map((sort) => (
        <li key={sort}>
          <Link
            to={searchAddress(request, { sort })}
            aria-current={sort === request.sort ? "true" : undefined}
            className={classes(
              "inline-flex min-h-7 items-center hover:text-accent pointer-coarse:min-h-11",
              sort === request.sort ? "font-medium text-ink" : "text-soft underline underline-offset-4",
            )}
          >
            {orders[sort]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Says how many were found once typing or choosing has settled; of the page as it came it says nothing. */
export function AnnounceTotal({ request, settled }: { request: SearchRequest; settled: Total }): JSX.Element {
  const address = searchAddress(request);
  const last = useRef(address);
  const [said, setSaid] = useState("");
  const words = `${totalInWords(settled)}${request.q ? ` for ${request.q}` : ""}`;
  useEffect(() => {
    if (last.current !== address) setSaid(words);
    last.current = address;
  }, [address, words]);
  return <LiveRegion>{said}</LiveRegion>;
}
