import type { JSX, ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { exactDate } from "../ui/dates.ts";
import { type Approach, approachOutcomeNames, approachWayNames } from "./approach.ts";

/** What was offered once, how, and what came of it. */
export function ApproachItem({ approach, at }: { approach: Approach; at?: ReactNode }): JSX.Element {
  const { what, way, madeOn, outcome, learned, noted } = approach;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="max-w-measure font-medium whitespace-pre-line">{what}</span>{" "}
        <Badge tone={outcome === "took-it-up" ? "accent" : "plain"}>
          {outcome ? approachOutcomeNames[outcome] : "No answer yet"}
        </Badge>
      </p>
      {learned && <p className="max-w-measure whitespace-pre-line">{learned}</p>}
      <p className="text-sm text-soft">
        {at && <>{at} · </>}
        {approachWayNames[way]} · {exactDate(madeOn)} · noted by {noted.by}
      </p>
    </div>
  );
}
