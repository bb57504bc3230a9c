import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { mondayOf, weekName } from "../settings/calendar.ts";
import { exactDate } from "../ui/dates.ts";
import { TimeAgo } from "../ui/time-ago.tsx";
import { basisNames, visibilityNames } from "./insight.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import type { RevisionLine } from "./list-revisions.server.ts";

/** What stands only on an insight's own page: when, how sure, who sees it, and its versions. */
export function InsightFacts({
  card,
  revisions,
}: {
  card: InsightCardData;
  revisions: readonly RevisionLine[];
}): JSX.Element {
  const week = weekName(mondayOf(card.heardOn));
  const facts: [string, JSX.Element | string][] = [
    ["Heard on", exactDate(card.heardOn)],
    [
      "Weekly issue",
      <Link key="week" to={`/weeks/${week}`} className="text-accent underline underline-offset-4">
        {week}
      </Link>,
    ],
    ["Posted", <TimeAgo key="posted" at={card.postedAt} />],
    ["Posted from", card.team.name],
    ["How sure", basisNames[card.basis]],
    ["Who may see it", visibilityNames[card.visibility]],
  ];
  return (
    <>
      <dl className="mt-4 grid max-w-measure grid-cols-[max-content_1fr] gap-x-6 gap-y-1 border-t border-line pt-4 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {revisions.length > 1 && (
        <ol className="mt-4 grid gap-1 text-sm text-soft" aria-label="Versions">
          {revisions.map(({ version, editedAt, editedBy }) => (
            <li key={version}>
              Version {version}, {editedBy}, <TimeAgo at={editedAt} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
