import { Link } from "@remix-run/react";
import Newspaper from "lucide-react/icons/newspaper";
import type { JSX } from "react";
import { ExportButton } from "../insights/export-button.tsx";
import { InsightList } from "../insights/insight-list.tsx";
import { daysAfter, weekName } from "../settings/calendar.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Bars } from "../ui/bars.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Kept } from "../ui/kept-markup.tsx";
import { Beside, PageHeader, Section } from "../ui/page.tsx";
import { MadeByServer, type ServerPiece } from "../ui/server-markup.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { GroupChoice } from "./group-choice.tsx";
import { IssueContents } from "./issue-contents.tsx";
import { type IssuePart, isNew, issueParts, latestOf, newCards, partsWithout } from "./issue-parts.ts";
import { SinceYouLooked } from "./since-you-looked.tsx";
import { WeekSteps } from "./week-steps.tsx";
import { countInWords, weekBars, weekDates, weekTitle } from "./week-words.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type WeeklyIssueProps = {
  issue: WeeklyIssue;
  current: boolean;
  /** The address this issue is shown at: the first page shows the current one. */
  address: string;
  /** An insight that stands on the page already, above the issue. */
  shownAbove?: string;
  /** What the server draws: what is for this reader, what stands before the cards, and after them. */
  pieces: Record<"mine" | "front" | "end", ServerPiece>;
};

/** One week's issue: its name, what is in it, and the weeks before and after. */
export function WeeklyIssuePage({
  issue,
  current,
  address,
  shownAbove,
  pieces,
}: WeeklyIssueProps): JSX.Element {
  const fresh = newCards(issue);
  return (
    <Beside narrow="away" aside={<IssueContents issue={issue} />}>
      <PageHeader
        serif
        kicker={weekDates(issue.monday)}
        title={weekTitle(issue.monday)}
        lead={countInWords(issue)}
        actions={<Kept of={Bars} with={{ of: "Insights a week", values: weekBars(issue) }} />}
      />
      <div {...linksInPlace} className="mb-8 grid gap-1 print:hidden">
        <SinceYouLooked
          address={`/weeks/${weekName(issue.monday)}`}
          readUpTo={issue.readUpTo}
          latest={latestOf(issue)}
          fresh={fresh}
        />
        <MadeByServer piece={pieces.mine} className="grid gap-1 empty:hidden" />
      </div>
      <div {...linksInPlace} className="mb-12 empty:hidden">
        <MadeByServer piece={pieces.front} />
      </div>
      {issue.groups.length > 0 && (
        <div className="mb-6">
          <GroupChoice address={address} by={issue.by} />
        </div>
      )}
      <Body issue={issue} current={current} shownAbove={shownAbove} />
      <div {...linksInPlace} className="mt-12">
        <MadeByServer piece={pieces.end} />
      </div>
      {issue.groups.length > 0 && (
        <ExportButton
          action={`/weeks/${weekName(issue.monday)}/insights.csv`}
          label="Save this week as CSV"
        />
      )}
      <WeekSteps monday={issue.monday} current={current} />
    </Beside>
  );
}

type BodyProps = Pick<WeeklyIssueProps, "issue" | "current" | "shownAbove">;

/** Wins and open questions first, then what was heard by department, then what came late. */
function Body({ issue, current, shownAbove }: BodyProps): JSX.Element {
  const { first, heardEarlier } = issueParts(issue);
  if (first.length + heardEarlier.length === 0) return <QuietWeek current={current} />;
  return (
    <>
      {partsWithout(first, shownAbove).map((part) => (
        <Part key={part.id} part={part} issue={issue} />
      ))}
      {issue.more > 0 && (
        <p className="mt-6">
          <Link
            to={`/search?from=${issue.monday}&to=${daysAfter(issue.monday, 6)}&sort=newest`}
            className="link"
          >
            {issue.more} more heard this week
          </Link>
        </p>
      )}
      {partsWithout(heardEarlier, shownAbove).map((part) => (
        <Part key={part.id} part={part} issue={issue} />
      ))}
    </>
  );
}

function Part({ part, issue }: { part: IssuePart; issue: WeeklyIssue }): JSX.Element {
  const { id, title, lead, own, cards } = part;
  return (
    <Section
      id={id}
      title={title}
      serif
      className="scroll-mt-20"
      actions={own && <span className="text-soft">You look after this</span>}
    >
      {lead && <p className="mb-4 max-w-measure text-soft">{lead}</p>}
      <InsightList cards={cards} isNew={(card) => isNew(issue, card)} />
    </Section>
  );
}

function QuietWeek({ current }: { current: boolean }): JSX.Element {
  const say = useOurWords();
  return (
    <EmptyState
      title={current ? "A quiet week so far" : "A quiet week"}
      icon={Newspaper}
      action={current && <ButtonLink to="/insights/new">Post an insight</ButtonLink>}
    >
      {current
        ? say("Nothing has been posted yet. What colleagues hear this week will stand here, by department.")
        : "Nothing was posted for this week."}
    </EmptyState>
  );
}
