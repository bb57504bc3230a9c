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
import { Beside, PageHeader } from "../ui/page.tsx";
import { MadeByServer, type ServerPiece } from "../ui/server-markup.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { GroupChoice } from "./group-choice.tsx";
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
  pieces: Record<"mine" | "front" | "contents" | "cards" | "end", ServerPiece>;
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
    <Beside narrow="away" aside={<MadeByServer piece={pieces.contents} className="contents" />}>
      <PageHeader
        serif
        kicker={weekDates(monday)}
        title={weekTitle(monday)}
        lead={countInWords(counts)}
        actions={<Kept of={Bars} with={{ of: "Insights a week", values: weekBars(counts) }} />}
      />
      <div {...linksInPlace} className="mb-8 grid gap-1 print:hidden">
        <SinceYouLooked address={own} {...reading} />
        <MadeByServer piece={pieces.mine} className="grid gap-1 empty:hidden" />
      </div>
      <div className="issue">
        <div {...linksInPlace} className="mb-12 empty:hidden">
          <MadeByServer piece={pieces.front} />
        </div>
        {holds.groups && (
          <div className="mb-6">
            <GroupChoice address={address} by={by} />
          </div>
        )}
        {holds.cards ? (
          <div {...linksInPlace}>
            <CardsInPlace piece={pieces.cards} without={shownAbove} />
          </div>
        ) : (
          <QuietWeek current={current} />
        )}
        <div {...linksInPlace} className="mt-12">
          <MadeByServer piece={pieces.end} />
        </div>
      </div>
      {holds.groups && <ExportButton action={`${own}/insights.csv`} label="Save this week as CSV" />}
      <WeekSteps monday={monday} current={current} />
    </Beside>
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
