import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { EmptySearch } from "./keep-empty-searches.server.ts";

type EmptySearchesListProps = { searches: readonly EmptySearch[]; aside: boolean };

/** What was searched for in vain, each to be made a synonym of something or put aside. */
export function EmptySearchesList({ searches, aside }: EmptySearchesListProps): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {searches.map(({ words, times, lastDay }) => (
        <li
          key={words}
          className="flex flex-col items-start gap-x-4 gap-y-1 py-2 sm:flex-row sm:items-baseline sm:justify-between"
        >
          <span className="min-w-0 wrap-anywhere">
            <span className={aside ? "text-soft" : "font-medium"}>{words}</span>
            <span className="text-sm text-soft">
              {" "}
              {times === 1 ? "once" : `${times} times`}, last <TimeAgo at={lastDay} />
            </span>
          </span>
          <Form method="post" className="-ml-2.5 flex flex-wrap gap-1 sm:ml-0 sm:flex-nowrap">
            <input type="hidden" name="searched" value={words} />
            {!aside && (
              <Link
                to={`/settings/words?${new URLSearchParams({ words })}#words-form`}
                className="link inline-flex min-h-8 items-center px-2.5 text-sm pointer-coarse:min-h-11"
              >
                Make it a synonym<span className="sr-only">: {words}</span>
              </Link>
            )}
            <Button name="intent" value={aside ? "bring-back" : "put-aside"} variant="quiet" size="small">
              {aside ? "Bring back" : "Put aside"}
              <span className="sr-only">: {words}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
