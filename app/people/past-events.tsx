import type { JSX } from "react";
import { TimeAgo } from "../ui/time-ago.tsx";

type PastEventsProps = {
  lines: readonly { key: string | number; words: string; by: string | null; at: Date }[];
};

/** What was done, by whom and when, a line each. */
export function PastEvents({ lines }: PastEventsProps): JSX.Element {
  return (
    <ol className="grid max-w-measure gap-1">
      {lines.map(({ key, words, by, at }) => (
        <li key={key} className="wrap-anywhere">
          {words}
          <span className="text-sm text-soft">
            {" "}
            · {by ?? "the terminal"}, <TimeAgo at={at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
