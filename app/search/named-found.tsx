import type { JSX } from "react";
import { Highlighted } from "../text/highlight.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import type { Named } from "./named.ts";

/** What the box found besides insights, kind by kind, each leading to its own page. */
export function NamedFound({ named }: { named: readonly Named[] }): JSX.Element | null {
  if (named.length === 0) return null;
  return (
    <ul
      aria-label="Also found"
      className="mb-6 grid gap-x-6 gap-y-1 border-l-4 border-accent-soft pl-4 sm:grid-cols-2"
      {...linksInPlace}
    >
      {named.map(({ key, kind, title, detail, to }) => (
        <li key={key} className={kind === "comment" ? "sm:col-span-2" : undefined}>
          <a href={to} className="grid py-1 wrap-anywhere hover:text-accent pointer-coarse:min-h-11">
            <span
              className={kind === "comment" ? "line-clamp-2" : "font-medium underline underline-offset-4"}
            >
              <Highlighted text={title} />
            </span>
            <span className="text-sm text-soft">{detail}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
