import { Link } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import type { JSX } from "react";
import { exactDate } from "../ui/dates.ts";
import { Icon } from "../ui/icon.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { AskedQuestion } from "./list-questions-to-ask.server.ts";

/** Something to ask next time, and the insights that answered it. */
export function QuestionItem({ question }: { question: AskedQuestion }): JSX.Element {
  const { noted, answers } = question;
  return (
    <div className="grid gap-0.5">
      <p className="max-w-measure whitespace-pre-line">{question.question}</p>
      <p className="text-sm text-soft">
        noted by {noted.by}, <TimeAgo at={noted.at} />
      </p>
      {answers.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 text-sm">
          <span className="inline-flex items-center gap-1 font-medium text-accent">
            <Icon of={Check} className="size-4" /> Answered
          </span>
          {answers.map(({ id, heardOn }) => (
            <Link key={id} to={`/insights/${id}`} className="link inline-block py-0.5">
              by the insight of {exactDate(heardOn)}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
