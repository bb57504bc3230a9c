import { Link } from "@remix-run/react";
import Building from "lucide-react/icons/building";
import Coffee from "lucide-react/icons/coffee";
import type { JSX, ReactNode } from "react";
import { Highlighted } from "../text/highlight.tsx";
import { RenderedText } from "../text/rendered-text.tsx";
import { Badge } from "../ui/badge.tsx";
import { classes } from "../ui/classes.ts";
import { Icon, type IconType } from "../ui/icon.tsx";
import { TagLink } from "../ui/tag-link.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { Formality } from "../vocabulary/channel.ts";
import { InsightBadges } from "./insight-badges.tsx";
import type { InsightCardData } from "./insight-card-data.ts";

type InsightCardProps = {
  insight: InsightCardData;
  /** Where the search found it, matches marked; shown in place of the whole text. */
  excerpt?: string;
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

/** An insight, always in the same order: departments, text, tags, how it was heard and by whom. */
export function InsightCard({
  insight,
  excerpt,
  fresh = false,
  alone = false,
  again = false,
  note,
  actions,
}: InsightCardProps): JSX.Element {
  return (
    <article
      id={again ? undefined : insight.id}
      aria-label={`${again ? "Posted a moment ago, about" : "Insight about"} ${insight.departments.map(({ name }) => name).join(", ")}`}
      className={classes(
        "grid scroll-mt-20 grid-cols-1",
        alone ? "gap-3" : "gap-1.5 py-5 first:pt-0 last:pb-0",
      )}
    >
      {!alone && <Departments insight={insight} fresh={fresh} />}
      {insight.supersededById && (
        <p className="text-sm text-signal">
          Replaced by{" "}
          <Link to={`/insights/${insight.supersededById}`} className="underline underline-offset-4">
            a newer insight
          </Link>
        </p>
      )}
      <div
        className={classes(
          "max-w-measure",
          alone && "text-lg",
          insight.supersededById && "line-through opacity-80",
        )}
      >
        {excerpt === undefined ? (
          <RenderedText html={insight.html} />
        ) : (
          <p>
            <Highlighted text={excerpt} />
          </p>
        )}
      </div>
      {insight.tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-x-3">
          {insight.tags.map((tag) => (
            <li key={tag} className="max-w-full">
              <TagLink tag={tag} to={`/tags/${encodeURIComponent(tag)}`} />
            </li>
          ))}
        </ul>
      )}
      <Provenance insight={insight} />
      {note && <p className="text-sm text-soft">{note}</p>}
      {actions && <div className="mt-3 flex flex-wrap items-start gap-2 print:hidden">{actions}</div>}
    </article>
  );
}

function Departments({ insight, fresh }: { insight: InsightCardData; fresh: boolean }): JSX.Element {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <ul className="flex flex-wrap gap-x-2">
        {insight.departments.map(({ slug, name }, position) => (
          <li key={slug} className="font-semibold">
            {position > 0 && <span className="mr-2 font-normal text-soft">·</span>}
            <Link
              to={`/departments/${slug}`}
              className="inline-block py-0.5 text-accent hover:underline pointer-coarse:-my-2.5 pointer-coarse:py-3"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {fresh && <Badge tone="accent">New</Badge>}
      <InsightBadges insight={insight} />
    </div>
  );
}

const formalityIcons: Record<Formality, IconType> = { informal: Coffee, formal: Building };

function Provenance({ insight }: { insight: InsightCardData }): JSX.Element {
  const { channel, author, team } = insight;
  return (
    <p className="flex gap-1.5 text-sm text-soft">
      <Icon of={formalityIcons[channel.formality]} className="size-4 translate-y-0.5" />
      <span>
        <span className="sr-only">{channel.formality === "formal" ? "Formally " : "Informally "}</span>
        heard {channel.phrase},{" "}
        <Link
          to={`/insights/${insight.id}`}
          className="underline decoration-edge underline-offset-4 hover:text-accent"
        >
          <TimeAgo at={insight.heardOn} />
        </Link>
        , by {author.name}, {author.jobTitle}
        <span className="max-sm:hidden">, {team.name}</span>
        {insight.editedAt && <span> · edited</span>}
      </span>
    </p>
  );
}
