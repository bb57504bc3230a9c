import { Link } from "@remix-run/react";
import Building from "lucide-react/icons/building";
import Coffee from "lucide-react/icons/coffee";
import Lock from "lucide-react/icons/lock";
import Users from "lucide-react/icons/users";
import type { JSX, ReactNode } from "react";
import { Highlighted } from "../text/highlight.tsx";
import { RenderedText } from "../text/rendered-text.tsx";
import { Badge } from "../ui/badge.tsx";
import { ChipLink } from "../ui/chip-link.tsx";
import { Icon, type IconType } from "../ui/icon.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { Formality } from "../vocabulary/channel.ts";
import { insightKindNames } from "./insight.ts";
import type { InsightCardData } from "./insight-card-data.ts";

type InsightCardProps = {
  insight: InsightCardData;
  /** Where the search found it, matches marked; shown in place of the whole text. */
  excerpt?: string;
  /** What can be done with it here. */
  actions?: ReactNode;
};

/** An insight, always in the same order: departments, text, tags, how it was heard and by whom. */
export function InsightCard({ insight, excerpt, actions }: InsightCardProps): JSX.Element {
  return (
    <article
      id={insight.id}
      aria-label={`Insight about ${insight.departments.map(({ name }) => name).join(", ")}`}
      className="grid scroll-mt-20 gap-2 border-t border-line py-5 first:border-t-0 first:pt-0"
    >
      <Departments insight={insight} />
      {insight.supersededById && (
        <p className="text-sm text-signal">
          Replaced by{" "}
          <Link to={`/insights/${insight.supersededById}`} className="underline underline-offset-4">
            a newer insight
          </Link>
        </p>
      )}
      <div className={insight.supersededById ? "max-w-measure line-through opacity-80" : "max-w-measure"}>
        {excerpt === undefined ? (
          <RenderedText html={insight.html} />
        ) : (
          <p>
            <Highlighted text={excerpt} />
          </p>
        )}
      </div>
      {insight.tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
          {insight.tags.map((tag) => (
            <li key={tag}>
              <ChipLink to={`/search?tag=${encodeURIComponent(tag)}`}>{tag}</ChipLink>
            </li>
          ))}
        </ul>
      )}
      <Provenance insight={insight} />
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </article>
  );
}

function Departments({ insight }: { insight: InsightCardData }): JSX.Element {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <ul className="flex flex-wrap gap-x-2">
        {insight.departments.map(({ slug, name }, position) => (
          <li key={slug} className="font-semibold">
            {position > 0 && <span className="mr-2 font-normal text-soft">·</span>}
            <Link to={`/departments/${slug}`} className="hover:text-accent hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {insight.kind !== "observation" && (
        <Badge tone={insight.kind === "win" || insight.kind === "question" ? "accent" : "plain"}>
          {insightKindNames[insight.kind]}
        </Badge>
      )}
      {insight.basis !== "reported" && <Badge>{insight.basis === "fact" ? "Fact" : "Opinion"}</Badge>}
      {insight.visibility !== "staff" && (
        <Badge tone="signal" icon={insight.visibility === "team" ? Users : Lock}>
          {insight.visibility === "team" ? "My team only" : "Only me"}
        </Badge>
      )}
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
          className="underline decoration-line underline-offset-4 hover:text-accent"
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
