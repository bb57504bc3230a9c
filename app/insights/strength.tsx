import type { JSX } from "react";
import { OnDay } from "../ui/time-ago.tsx";
import type { InsightKind } from "./insight.ts";

type Heard = { kind: InsightKind; voices: number; voiceTeams: number; lastHeardOn: string | null };

/** How many heard it besides its author: "Heard by 4 people in 3 teams, last on 3 November". Nothing for one voice. */
export function Strength({ insight, today }: { insight: Heard; today: string }): JSX.Element | null {
  const { kind, voices, voiceTeams, lastHeardOn } = insight;
  if (voices < 2) return null;
  return (
    <span className="font-medium">
      {kind === "question" ? "Wanted" : "Heard"} by {voices} people in{" "}
      {voiceTeams === 1 ? "1 team" : `${voiceTeams} teams`}
      {lastHeardOn && (
        <>
          , last on <OnDay day={lastHeardOn} today={today} />
        </>
      )}
    </span>
  );
}

/** What the one press says, and what it says once it is pressed. A question is not heard, it is shared. */
export function voiceWords(kind: InsightKind): { press: string; pressed: string } {
  return kind === "question"
    ? { press: "I'd like to know too", pressed: "You'd like to know too" }
    : { press: "I've heard this too", pressed: "You've heard this too" };
}
