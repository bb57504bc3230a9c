import type { JSX, ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { exactDate } from "../ui/dates.ts";
import { TimeAgo } from "../ui/time-ago.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { nextCheck, type Source, sourceKindNames, subscriptionNames } from "./source.ts";

type SourceItemProps = {
  source: Source;
  today: string;
  /** Whose department it is, where that is not said already. */
  department?: ReactNode;
};

/** A source in a list: what it is, whether we subscribe, when it was last looked at and when it is to be again. */
export function SourceItem({ source, today, department }: SourceItemProps): JSX.Element {
  const { kind, name, address, note, subscription, turn, everyWeeks, checked, noted } = source;
  const next = nextCheck({ everyWeeks, checkedOn: checked?.on ?? null }, today);
  return (
    <div className="grid gap-1">
      <h3 className="flex flex-wrap items-center gap-x-2 font-medium">
        {address ? (
          <a href={address} target="_blank" rel="noreferrer noopener" className="link wrap-anywhere">
            {name}
            <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
          </a>
        ) : (
          name
        )}
        <Badge>{sourceKindNames[kind]}</Badge>
        {subscription !== "none" && (
          <Badge tone={subscription === "subscribed" ? "accent" : "plain"}>
            {subscriptionNames[subscription]}
          </Badge>
        )}
        {next && next <= today && <Badge tone="signal">Due a look</Badge>}
      </h3>
      {department && <p className="text-sm">{department}</p>}
      {note && <p className="max-w-measure">{note}</p>}
      <p className="text-sm text-soft">
        {everyWeeks !== null && (
          <>
            {everyWeeks === 1 ? "Every week" : `Every ${everyWeeks} weeks`},{" "}
            {turn?.name ?? "whoever looks after it"}
            {" · "}
          </>
        )}
        {checked ? (
          <>
            last looked at <TimeAgo at={checked.on} /> by {checked.by}
            {next && next > today && <> · again on {exactDate(next)}</>}
          </>
        ) : (
          everyWeeks !== null && "nobody has looked yet"
        )}
        {(checked || everyWeeks !== null) && " · "}noted by {noted.by}, <TimeAgo at={noted.at} />
      </p>
    </div>
  );
}

/**
 * Two presses: that there was nothing new, or that there was, which opens the posting form. What nobody looks at
 * regularly has nothing new to tell of.
 */
export function CheckButtons({ source, back }: { source: Source; back?: string }): JSX.Element {
  return (
    <form method="post" action="/checks" className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={source.id} />
      {back && <input type="hidden" name="back" value={back} />}
      {source.everyWeeks !== null && (
        <Button variant="secondary" size="small" name="intent" value="nothing-new">
          Nothing new <VisuallyHidden>in {source.name}</VisuallyHidden>
        </Button>
      )}
      <Button variant="secondary" size="small" name="intent" value="found">
        Post what I found <VisuallyHidden>in {source.name}</VisuallyHidden>
      </Button>
    </form>
  );
}
