import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { ImportView } from "./import.ts";
import { stateInWords } from "./state-words.ts";

/** What has been brought in, newest first. */
export function ImportList({
  imports,
  ownId,
  path = "/settings/import",
}: {
  imports: readonly ImportView[];
  ownId: string;
  /** Beneath it each has its page. */
  path?: string;
}): JSX.Element {
  return (
    <ul className="grid">
      {imports.map((view) => (
        <li key={view.id} className="border-t border-line">
          <Link
            to={`${path}/${view.id}`}
            className="flex min-h-11 flex-wrap items-baseline gap-x-3 py-2 hover:text-accent"
          >
            <span className="min-w-0 font-medium wrap-anywhere">{view.fileName}</span>
            <span className="text-sm text-soft">
              <TimeAgo at={view.startedAt} />
              {view.personId !== ownId && `, by ${view.by}`}
            </span>
            <span className="ml-auto text-sm">{stateInWords(view)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
