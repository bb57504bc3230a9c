import Newspaper from "lucide-react/icons/newspaper";
import type { JSX } from "react";
import { CardsInPlace } from "../insights/cards-in-place.tsx";
import { ExportButton } from "../insights/export-button.tsx";
import { type Day, weekName } from "../settings/calendar.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Bars } from "../ui/bars.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Kept } from "../ui/kept-markup.tsx";
import { PageHeader } from "../ui/page.tsx";
import { MadeByServer, type ServerPiece } from "../ui/server-markup.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { GroupChoice } from "./group-choice.tsx";
import { IssueLayout } from "./issue-layout.tsx";
import { SinceYouLooked } from "./since-you-looked.tsx";
import { WeekSteps } from "./week-steps.tsx";
import { countInWords, weekBars, weekDates, weekTitle } from "./week-words.ts";
import type { Grouping, IssueReading, WeekCounts } from "./weekly-issue-data.ts";

export type OpenIssuePage = {
  monday: Day;
  by: Grouping;
  counts: WeekCounts;
  /** Whether there is anything to group, and anything at all. */
  holds: { groups: boolean; cards: boolean };
  reading: IssueReading;
  /** What the server draws: what is for this reader, what stands before the cards, the cards, and after them. */
  pieces: Record<"mine" | "front" | "yours" | "contents" | "cards" | "end", ServerPiece>;
};

type WeeklyIssueProps = OpenIssuePage & {
  current: boolean;
  /** The address this issue is shown at: the first page shows the current one. */
  address: string;
  /** An insight that stands on the page already, above the issue. */
  shownAbove?: string;
};

/** One week's issue: its name, what is in it, and the weeks before and after. */
export function WeeklyIssuePage({
  monday,
  by,
  counts,
  holds,
  reading,
  pieces,
  current,
  address,
  shownAbove,
}: WeeklyIssueProps): JSX.Element {
  const own = `/weeks/${weekName(monday)}`;
  return (
    <>
      <PageHeader
        serif
        kicker={weekDates(monday)}
        title={weekTitle(monday)}
        lead={countInWords(counts)}
        actions={
          countInWords(counts) && (
            <Kept of={Bars} with={{ of: "Insights a week", values: weekBars(counts) }} />
          )
        }
      />
      <div {...linksInPlace} className="mb-8 grid gap-1 print:hidden">
        <SinceYouLooked address={own} {...reading} />
        <MadeByServer piece={pieces.mine} className="grid gap-1 empty:hidden" />
      </div>
      <IssueLayout by={by} pieces={pieces}>
        {holds.groups && (
          <div className="mb-6">
            <GroupChoice address={address} by={by} />
          </div>
        )}
        {holds.cards ? (
          <CardsInPlace piece={pieces.cards} without={shownAbove} />
        ) : (
          <QuietWeek current={current} />
        )}
        <div className="mt-12">
          <MadeByServer piece={pieces.end} />
        </div>
      </IssueLayout>
      {holds.groups && <ExportButton action={`${own}/insights.csv`} label="Save this week as CSV" />}
      <div className="max-w-column">
        <WeekSteps monday={monday} current={current} />
      </div>
    </>
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
        ? say("What colleagues hear will stand here, by department. One sentence is enough to begin with.")
        : "Nothing was posted for this week."}
    </EmptyState>
  );
}
