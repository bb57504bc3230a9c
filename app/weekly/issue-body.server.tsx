import type { JSX } from "react";
import { type Day, daysAfter } from "../settings/calendar.ts";
import type { FoldedPart } from "./folded-parts.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type IssueBodyProps = {
  issue: Pick<WeeklyIssue, "monday" | "more">;
  parts: readonly FoldedPart[];
  draw: (part: FoldedPart) => JSX.Element;
};

/** An issue's parts one after the other; what found no room is counted before what came late. */
export function IssueBody({ issue: { monday, more }, parts, draw }: IssueBodyProps): JSX.Element {
  return (
    <>
      {parts.filter(({ id }) => id !== "earlier").map(draw)}
      {more > 0 && (
        <p className="mt-6">
          <a href={searchIn(monday)} className="link">
            {`${more} more heard this week`}
          </a>
        </p>
      )}
      {parts.filter(({ id }) => id === "earlier").map(draw)}
    </>
  );
}

function searchIn(monday: Day): string {
  return `/search?from=${monday}&to=${daysAfter(monday, 6)}&sort=newest`;
}
