import type { JSX, ReactNode } from "react";
import { classes } from "../ui/classes.ts";
import { Kept } from "../ui/kept-markup.tsx";
import { useToday } from "../ui/time-ago.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { DrawnInsight } from "./drawn-insight.tsx";
import { HeardToo } from "./heard-too.tsx";
import type { ListedCard } from "./insight-card-data.ts";

type InsightCardProps = {
  insight: ListedCard;
  /** Where the search found it, matches marked; shown in place of the whole text. */
  excerpt?: string;
  /** Which day it is, for a list whose cards are drawn from what they are given alone; else the page's. */
  today?: string;
  /** Posted since the reader last looked. */
  fresh?: boolean;
  /** On its own page, under a heading that names the departments already. */
  alone?: boolean;
  /** Shown once more on a page whose list may hold it too: without the id that addresses lead to. */
  again?: boolean;
  /** A line under it: why it stands here. */
  note?: ReactNode;
  /** What can be done with it here. */
  actions?: ReactNode;
};

/**
 * An insight, always in the same order: departments, text, tags, pictures and files (large, and after it, on its own
 * page), how it was heard and by whom; what everybody is shown alike is in `DrawnInsight`, which the server draws once.
 * What is this reader's own comes after it.
 */
export function InsightCard({
  insight: { readerVoice, ...insight },
  excerpt,
  today,
  fresh = false,
  alone = false,
  again = false,
  note,
  actions,
}: InsightCardProps): JSX.Element {
  const day = useToday();
  const names = insight.departments.map(({ name }) => name).join(", ");
  return (
    <article
      {...linksInPlace}
      id={again ? undefined : insight.id}
      aria-label={`${again ? "Posted a moment ago, about" : "Insight about"} ${names}`}
      className={classes("scroll-mt-20", !alone && "py-5 first:pt-0 last:pb-0")}
    >
      <Kept
        of={DrawnInsight}
        with={{ insight, excerpt, fresh, alone, today: today ?? day }}
        className={classes("grid grid-cols-1", alone ? "gap-3" : "gap-1.5")}
      />
      {!alone && readerVoice !== "own" && (
        <div className="-ml-2.5 flex flex-wrap items-center print:hidden">
          <HeardToo id={insight.id} kind={insight.kind} given={readerVoice === "given"} />
        </div>
      )}
      {note && <div className={classes("text-sm text-soft", alone ? "mt-3" : "mt-1.5")}>{note}</div>}
      {actions && (
        <div
          className={classes(
            "flex flex-wrap items-start gap-2 print:hidden",
            alone
              ? "mt-6 has-[>.button-quiet:first-child]:-ml-2.5 has-[>:first-child_.button-quiet]:-ml-2.5"
              : "mt-4.5",
          )}
        >
          {actions}
        </div>
      )}
    </article>
  );
}
