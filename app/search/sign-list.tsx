import type { JSX } from "react";

const signs: readonly (readonly [written: string, means: string])[] = [
  ['"reading list"', "exactly these words, in this order"],
  ["-printer", "without this word"],
  ["by:priya", "posted or heard too by Priya; by:me is you"],
  ['in:informatics, in:"comp sci"', "about a department, by any of its names"],
  ["tag:rdm, channel:coffee, kind:need, team:health", "each of the filters, by name"],
  ['before:2026-10, after:2026-11-17, since:"last month", until:2026-W40', "when it was heard"],
  ["reading lists last term", "a time in words: last tuesday, in october, since september"],
  ["is:unread", "what you have not read yet"],
];

/** What can be written in the search box besides words. */
export function SignList(): JSX.Element {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)]">
      {signs.map(([written, means]) => (
        <div key={written} className="contents">
          <dt className="font-mono text-sm wrap-anywhere">{written}</dt>
          <dd className="text-soft max-sm:mb-2">{means}</dd>
        </div>
      ))}
    </dl>
  );
}
