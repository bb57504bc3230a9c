import type { JSX } from "react";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { Telling } from "./talk.ts";

/** Who was told of an insight, and by whom; the words that went with it for the two of them. */
export function Tellings({ tellings }: { tellings: readonly Telling[] }): JSX.Element | null {
  if (tellings.length === 0) return null;
  return (
    <ul id="told" aria-label="Who was told" className="grid gap-2 text-sm text-soft outline-offset-4">
      {tellings.map(({ id, to, by, at, words }) => (
        <li key={id}>
          {by} told {to} <TimeAgo at={at} />
          {words && (
            <>
              : <q className="text-ink">{words}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
