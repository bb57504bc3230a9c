import { Link } from "@remix-run/react";
import Newspaper from "lucide-react/icons/newspaper";
import type { JSX } from "react";
import { InsightList } from "../insights/insight-list.tsx";
import { daysAfter } from "../settings/calendar.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Beside, PageHeader, Section } from "../ui/page.tsx";
import { IssueContents } from "./issue-contents.tsx";
import { type IssuePart, issueParts } from "./issue-parts.ts";
import { WeekSteps } from "./week-steps.tsx";
import { countInWords, weekDates, weekTitle } from "./week-words.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type WeeklyIssueProps = { issue: WeeklyIssue; current: boolean };

/** One week's issue: its name, what is in it, and the weeks before and after. */
export function WeeklyIssuePage({ issue, current }: WeeklyIssueProps): JSX.Element {
  return (
    <Beside narrow="away" aside={<IssueContents issue={issue} />}>
      <PageHeader
        serif
        kicker={weekDates(issue.monday)}
        title={weekTitle(issue.monday)}
        lead={countInWords(issue)}
      />
      <Body issue={issue} current={current} />
      <WeekSteps monday={issue.monday} current={current} />
    </Beside>
  );
}

/** Wins and open questions first, then what was heard by department, then what came late. */
function Body({ issue, current }: WeeklyIssueProps): JSX.Element {
  const { first, heardEarlier } = issueParts(issue);
  if (first.length + heardEarlier.length === 0) return <QuietWeek current={current} />;
  return (
    <>
      {first.map((part) => (
        <Part key={part.id} part={part} />
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
      {heardEarlier.map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </>
  );
}

function Part({ part: { id, title, lead, cards } }: { part: IssuePart }): JSX.Element {
  return (
    <Section id={id} title={title} serif className="scroll-mt-20">
      {lead && <p className="mb-4 max-w-measure text-soft">{lead}</p>}
      <InsightList cards={cards} />
    </Section>
  );
}

function QuietWeek({ current }: { current: boolean }): JSX.Element {
  return (
    <EmptyState
      title={current ? "A quiet week so far" : "A quiet week"}
      icon={Newspaper}
      action={current && <ButtonLink to="/insights/new">Post an insight</ButtonLink>}
    >
      {current
        ? "Nothing has been posted yet. What colleagues hear this week will stand here, by department."
        : "Nothing was posted for this week."}
    </EmptyState>
  );
}
