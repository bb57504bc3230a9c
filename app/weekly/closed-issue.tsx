import type { JSX } from "react";
import { ExportButton } from "../insights/export-button.tsx";
import { type Day, weekName } from "../settings/calendar.ts";
import { MadeByServer, type ServerPiece } from "../ui/server-markup.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { IssueLayout } from "./issue-layout.tsx";
import { SinceYouLooked } from "./since-you-looked.tsx";
import { WeekSteps } from "./week-steps.tsx";
import type { Grouping, IssueReading } from "./weekly-issue-data.ts";

export type ClosedIssuePieces = Record<
  "head" | "mine" | "front" | "yours" | "contents" | "cards" | "restricted",
  ServerPiece
>;

type ClosedIssueProps = {
  monday: Day;
  by: Grouping;
  reading: IssueReading;
  pieces: ClosedIssuePieces;
};

/** A closed issue: what is this reader's own, and what the server drew once for everybody. */
export function ClosedIssue({ monday, by, reading, pieces }: ClosedIssueProps): JSX.Element {
  const address = `/weeks/${weekName(monday)}`;
  return (
    <div {...linksInPlace}>
      <MadeByServer piece={pieces.head} />
      <div className="mb-8 grid max-w-column gap-1 empty:hidden print:hidden">
        <SinceYouLooked address={address} {...reading} />
        <MadeByServer piece={pieces.mine} className="grid gap-1 empty:hidden" />
      </div>
      <IssueLayout by={by} pieces={pieces}>
        <MadeByServer piece={pieces.cards} />
      </IssueLayout>
      <MadeByServer piece={pieces.restricted} className="mt-12 max-w-column empty:hidden print:hidden" />
      {reading.latest > 0 && (
        <ExportButton action={`${address}/insights.csv`} label="Save this week as CSV" />
      )}
      <div className="max-w-column">
        <WeekSteps monday={monday} current={false} />
      </div>
    </div>
  );
}
