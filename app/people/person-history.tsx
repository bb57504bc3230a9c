import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { eventWords } from "./event-words.ts";
import type { PersonEvent } from "./list-person-events.server.ts";

/** What the ledger says was done about somebody, the latest first. */
export function PersonHistory({ events }: { events: readonly PersonEvent[] }): JSX.Element {
  const say = useOurWords();
  return (
    <ol className="grid max-w-measure gap-1">
      {events.map((event) => (
        <li key={`${event.at.toISOString()} ${event.name}`}>
          {say(eventWords(event))}
          <span className="text-sm text-soft">
            {" "}
            · {event.by ?? "the terminal"}, <TimeAgo at={event.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
