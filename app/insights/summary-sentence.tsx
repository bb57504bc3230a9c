import { Link } from "@remix-run/react";
import Hourglass from "lucide-react/icons/hourglass";
import Replace from "lucide-react/icons/replace";
import type { JSX, ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { DaysAgo } from "../ui/time-ago.tsx";
import { type Citation, type SummarySentence, standing } from "./summary.ts";

type SentenceProps = {
  sentence: SummarySentence;
  today: string;
  /** What stands beside each of its citations. */
  beside?: (citation: Citation) => ReactNode;
};

/** A sentence of the summary, what it stands on beside it, and a mark when that may no longer hold. */
export function Sentence({ sentence, today, beside }: SentenceProps): JSX.Element {
  const state = standing(sentence, today);
  return (
    <div className="grid gap-1">
      <p className="max-w-measure">
        {sentence.sentence}{" "}
        {state === "replaced" && (
          <Badge tone="signal" icon={Replace}>
            Something newer is known
          </Badge>
        )}
        {state === "due" && (
          <Badge tone="signal" icon={Hourglass}>
            Is it still true?
          </Badge>
        )}
      </p>
      {sentence.citations.length > 0 && (
        <ul className="grid gap-0.5 border-l border-line pl-3 text-sm text-soft">
          {sentence.citations.map((citation) => (
            <li key={citation.id} className="flex flex-wrap items-baseline gap-x-2">
              <CitationLine citation={citation} today={today} />
              {beside?.(citation)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function CitationLine({ citation, today }: { citation: Citation; today: string }): JSX.Element {
  const { id, text, visibility, heardOn, voices, voiceTeams, supersededById } = citation;
  const heard =
    voices > 1
      ? `by ${voices} people in ${voiceTeams === 1 ? "1 team" : `${voiceTeams} teams`}`
      : "by one person";
  return (
    <span className="min-w-0 wrap-anywhere">
      <Link
        to={`/insights/${id}`}
        className="inline py-0.5 underline decoration-edge underline-offset-4 hover:text-accent"
      >
        {text}
      </Link>{" "}
      <span className="inline-block">
        heard {heard}, <DaysAgo day={heardOn} today={today} />
      </span>
      {visibility !== "staff" &&
        (visibility === "team" ? ", only your team may read it" : ", only you may read it")}
      {supersededById && (
        <>
          {", "}
          <Link to={`/insights/${supersededById}`} className="link">
            replaced by a newer one
          </Link>
        </>
      )}
    </span>
  );
}
