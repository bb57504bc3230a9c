import type { JSX } from "react";
import { weekName } from "../settings/calendar.ts";
import { weekTitle } from "./week-words.ts";
import type { MailedWeek } from "./weekly-mail.ts";

const words: Record<string, string> = {
  waiting: "on its way",
  sending: "on its way",
  sent: "sent",
  skipped: "not sent",
  failed: "not taken by your mail server",
  unknown: "perhaps sent: we were cut off",
};

/** What became of the latest weekly mails. */
export function MailedWeeks({ weeks }: { weeks: readonly MailedWeek[] }): JSX.Element {
  return (
    <ul className="grid gap-2">
      {weeks.map(({ monday, state, reason }) => (
        <li key={monday}>
          <a href={`/weeks/${weekName(monday)}`} className="link inline-block min-h-6">
            {weekTitle(monday)}
          </a>
          : {words[state] ?? state}
          {reason && state !== "waiting" && <span className="text-soft">. {reason}.</span>}
        </li>
      ))}
    </ul>
  );
}
