import { Link } from "@remix-run/react";
import Newspaper from "lucide-react/icons/newspaper";
import type { JSX, ReactNode } from "react";
import { InsightCard } from "../insights/insight-card.tsx";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { daysAfter } from "../settings/calendar.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page.tsx";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type WeeklyIssueBodyProps = { issue: WeeklyIssue; current: boolean };

/** The body of an issue: wins and open questions first, then what was heard by department, then what came late. */
export function WeeklyIssueBody({ issue, current }: WeeklyIssueBodyProps): JSX.Element {
  const quiet = issue.count === 0 && issue.heardEarlier.length === 0 && issue.restricted.length === 0;
  if (quiet) return <QuietWeek current={current} />;
  return (
    <>
      <CardSection title="For you and your team only" cards={issue.restricted} />
      <CardSection title="Small victories" cards={issue.wins} />
      <CardSection title="Open questions" cards={issue.questions} />
      {issue.byDepartment.map(({ slug, name, cards }) => (
        <CardSection key={slug} title={name} cards={cards} />
      ))}
      {issue.more > 0 && (
        <p className="mt-6">
          <Link
            to={`/search?from=${issue.monday}&to=${daysAfter(issue.monday, 6)}&sort=newest`}
            className="text-accent underline underline-offset-4"
          >
            {issue.more} more heard this week
          </Link>
        </p>
      )}
      <CardSection
        title="Heard earlier, posted this week"
        lead="Heard in an earlier week and posted in this one, so that nothing goes unread."
        cards={issue.heardEarlier}
      />
    </>
  );
}

type CardSectionProps = { title: string; lead?: ReactNode; cards: readonly InsightCardData[] };

function CardSection({ title, lead, cards }: CardSectionProps): JSX.Element | null {
  if (cards.length === 0) return null;
  return (
    <Section title={title} serif>
      {lead && <p className="mb-4 max-w-measure text-soft">{lead}</p>}
      {cards.map((card) => (
        <InsightCard key={card.id} insight={card} />
      ))}
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
