import type { JSX } from "react";
import { ExportButton } from "../insights/export-button.tsx";
import { MadeByServer, type ServerPiece } from "../ui/server-markup.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { SinceYouLooked } from "./since-you-looked.tsx";
import type { IssueReading } from "./weekly-issue-data.ts";

type ClosedIssueProps = {
  address: string;
  reading: IssueReading;
  pieces: Record<"mine" | "issue" | "restricted", ServerPiece>;
};

/** A closed issue: what is this reader's own, and what the server drew once for everybody. */
export function ClosedIssue({ address, reading, pieces }: ClosedIssueProps): JSX.Element {
  return (
    <div {...linksInPlace}>
      <div className="mb-6 grid max-w-column gap-1 empty:hidden print:hidden">
        <SinceYouLooked address={address} {...reading} />
        <MadeByServer piece={pieces.mine} className="grid gap-1 empty:hidden" />
      </div>
      <MadeByServer piece={pieces.issue} />
      <MadeByServer piece={pieces.restricted} className="mt-12 max-w-column empty:hidden print:hidden" />
      {reading.latest > 0 && (
        <ExportButton action={`${address}/insights.csv`} label="Save this week as CSV" />
      )}
    </div>
  );
}
