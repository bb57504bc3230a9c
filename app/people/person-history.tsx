import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { eventWords } from "./event-words.ts";
import type { PersonEvent } from "./list-person-events.server.ts";
import { PastEvents } from "./past-events.tsx";

/** What the ledger says was done about somebody, the latest first. */
export function PersonHistory({ events }: { events: readonly PersonEvent[] }): JSX.Element {
  const say = useOurWords();
  return (
    <PastEvents
      lines={events.map((event) => ({
        key: `${event.at.toISOString()} ${event.name}`,
        words: say(eventWords(event)),
        by: event.by,
        at: event.at,
      }))}
    />
  );
}
