import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { classes } from "../ui/classes.ts";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { type Grouping, groupings } from "./weekly-issue-data.ts";

const names: Record<Grouping, string> = { department: "department", theme: "theme", team: "team" };

/** By department, theme or team: three addresses of the same issue. */
export function GroupChoice({ address, by }: { address: string; by: Grouping }): JSX.Element {
  const say = useOurWords();
  return (
    <nav
      {...linksInPlace}
      aria-label="Grouped by"
      className="flex flex-wrap items-center gap-x-3 text-sm print:hidden"
    >
      <span className="text-soft">By</span>
      <ul className="flex flex-wrap gap-x-3">
        {groupings.map((grouping) => (
          <li key={grouping}>
            <a
              href={grouping === "department" ? address : `${address}?by=${grouping}`}
              aria-current={grouping === by ? "true" : undefined}
              data-stay=""
              className={classes(
                "inline-flex min-h-6 items-center border-b-2 pointer-coarse:min-h-11",
                grouping === by
                  ? "border-accent font-semibold text-accent"
                  : "border-transparent hover:text-accent",
              )}
            >
              {say(names[grouping])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
