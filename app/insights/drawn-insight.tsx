import Building from "lucide-react/icons/building";
import Coffee from "lucide-react/icons/coffee";
import type { JSX } from "react";
import { FileStrip } from "../files/file-strip.tsx";
import { Highlighted } from "../text/highlight.tsx";
import { RenderedText } from "../text/rendered-text.tsx";
import { Badge } from "../ui/badge.tsx";
import { classes } from "../ui/classes.ts";
import { Icon, type IconType } from "../ui/icon.tsx";
import { TagLink } from "../ui/tag-link.tsx";
import { DaysAgo } from "../ui/time-ago.tsx";
import type { Formality } from "../vocabulary/channel.ts";
import { Ageing } from "./ageing.tsx";
import { InsightBadges } from "./insight-badges.tsx";
import type { CardForAll } from "./insight-card-data.ts";
import { Strength } from "./strength.tsx";

type DrawnInsightProps = {
  insight: CardForAll;
  excerpt?: string;
  fresh: boolean;
  alone: boolean;
  today: string;
};

/**
 * What an insight shows every reader alike. Drawn from its props alone (`Kept` keeps its markup): links are plain, and
 * followed in place by `useLinksInPlace`.
 */
export function DrawnInsight({ insight, excerpt, fresh, alone, today }: DrawnInsightProps): JSX.Element {
  return (
    <>
      {!alone && <Departments insight={insight} fresh={fresh} />}
      {insight.supersededById && (
        <p className="text-sm text-signal">
          Replaced by{" "}
          <a href={`/insights/${insight.supersededById}`} className="underline underline-offset-4">
            a newer insight
          </a>
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
          <RenderedText html={insight.html ?? ""} />
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
      {insight.files.length > 0 && !alone && <FileStrip files={insight.files} />}
      <Provenance insight={insight} today={today} />
      <Ageing insight={insight} today={today} />
      <Said insight={insight} alone={alone} today={today} />
    </>
  );
}

function Departments({ insight, fresh }: Pick<DrawnInsightProps, "insight" | "fresh">): JSX.Element {
  const last = insight.departments.length - 1;
  return (
    <div className="card-head">
      <ul>
        {insight.departments.map(({ slug, name }, position) => (
          <li key={slug}>
            <a href={`/departments/${slug}`} className="card-link">
              {name}
            </a>
            {position < last && <span className="ml-2 font-normal text-soft">·</span>}
          </li>
        ))}
      </ul>
      {fresh && <Badge tone="accent">New</Badge>}
      <InsightBadges insight={insight} />
    </div>
  );
}

const formalityIcons: Record<Formality, IconType> = { informal: Coffee, formal: Building };

function Provenance({ insight, today }: Pick<DrawnInsightProps, "insight" | "today">): JSX.Element {
  const { channel, author, team } = insight;
  return (
    <p className="card-heard">
      <Icon of={formalityIcons[channel.formality]} className="size-4" />
      <span>
        <span className="sr-only">{channel.formality === "formal" ? "Formally " : "Informally "}</span>
        heard {channel.phrase},{" "}
        <a href={`/insights/${insight.id}`}>
          <DaysAgo day={insight.heardOn} today={today} />
        </a>
        , by <a href={`/people/${author.handle}`}>{author.name}</a>
        {author.jobTitle && `, ${author.jobTitle}`}
        <span className="max-sm:hidden">, {team.name}</span>
        {insight.editedAt && <span> · edited</span>}
      </span>
    </p>
  );
}

/** What colleagues have added: how many heard it too, and, where it does not follow anyway, how many comments it has. */
function Said({ insight, alone, today }: Omit<DrawnInsightProps, "excerpt" | "fresh">): JSX.Element | null {
  const { id, comments, voices } = insight;
  const hasComments = comments > 0 && !alone;
  if (voices < 2 && !hasComments) return null;
  return (
    <p className="card-said">
      <Strength insight={insight} today={today} />
      {hasComments && (
        <a href={`/insights/${id}#comments`} className="card-link">
          {comments === 1 ? "1 comment" : `${comments} comments`}
        </a>
      )}
    </p>
  );
}
