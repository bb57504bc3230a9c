import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { mondayOf, weekName } from "../settings/calendar.ts";
import { exactDate } from "../ui/dates.ts";
import { Facts } from "../ui/facts.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { RevisionLine } from "./find-beside-insight.server.ts";
import { basisNames, insightKindNames, visibilityNames } from "./insight.ts";
import type { InsightCardData } from "./insight-card-data.ts";

type InsightFactsProps = { card: InsightCardData; revisions: readonly RevisionLine[] };

/** What stands only on an insight's own page: when, how sure, who sees it, and its versions. */
export function InsightFacts({ card, revisions }: InsightFactsProps): JSX.Element {
  const week = weekName(mondayOf(card.heardOn));
  return (
    <aside
      aria-label="About this insight"
      className="@max-[56rem]:mt-8 @max-[56rem]:border-t @max-[56rem]:border-line @max-[56rem]:pt-5"
    >
      <Facts
        facts={[
          ["Heard on", exactDate(card.heardOn)],
          [
            "Weekly issue",
            <Link key="week" to={`/weeks/${week}`} className="link">
              {`Week ${Number(week.slice(6))}, ${week.slice(0, 4)}`}
            </Link>,
          ],
          ["Kind", insightKindNames[card.kind]],
          ["How sure", basisNames[card.basis]],
          ["Who may see it", visibilityNames[card.visibility]],
          ["Posted", <Posted key="posted" card={card} />],
          ["Versions", revisions.length > 1 && <Versions id={card.id} revisions={revisions} />],
        ]}
      />
    </aside>
  );
}

function Posted({ card }: { card: InsightCardData }): JSX.Element {
  return (
    <>
      <TimeAgo at={card.postedAt} /> from {card.team.name}
    </>
  );
}

function Versions({ id, revisions }: Pick<InsightFactsProps, "revisions"> & { id: string }): JSX.Element {
  return (
    <>
      <ol className="grid gap-1">
        {revisions.map(({ version, editedAt, editedBy }) => (
          <li key={version}>
            {version === 1 ? "Written" : "Changed"} by {editedBy}, <TimeAgo at={editedAt} />
          </li>
        ))}
      </ol>
      <a href={`/insights/${id}/history`} className="link">
        What it said before
      </a>
    </>
  );
}
