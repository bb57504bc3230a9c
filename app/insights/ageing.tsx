import Hourglass from "lucide-react/icons/hourglass";
import type { JSX } from "react";
import { Icon } from "../ui/icon.tsx";
import { DaysAgo } from "../ui/time-ago.tsx";
import type { InsightCardData } from "./insight-card-data.ts";
import { isDue } from "./review-age.ts";

type AgeingProps = {
  insight: Pick<InsightCardData, "reviewOn" | "stillTrue" | "supersededById">;
  today: string;
};

/** Whether a check is due, and who last said that it is still true. Nothing of what has been replaced. */
export function Ageing({ insight, today }: AgeingProps): JSX.Element | null {
  const { reviewOn, stillTrue, supersededById } = insight;
  const due = isDue(reviewOn, today);
  if (supersededById || !(due || stillTrue)) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-soft">
      {due && (
        <span className="inline-flex items-center gap-1.5 text-signal">
          <Icon of={Hourglass} className="size-4" /> Is it still true?
        </span>
      )}
      {stillTrue && (
        <span>
          {`${due ? "Last confirmed by" : "Still true, said"} ${stillTrue.by}, `}
          <DaysAgo day={stillTrue.at.slice(0, 10)} today={today} />
        </span>
      )}
    </p>
  );
}
