import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Section } from "../ui/page.tsx";
import { OnDay, useToday } from "../ui/time-ago.tsx";
import type { InsightKind } from "./insight.ts";
import type { Voice } from "./talk.ts";

type VoicesProps = {
  id: string;
  kind: InsightKind;
  voices: readonly Voice[];
  /** The reader may add to their own voice. */
  mayAdd: boolean;
};

/** Who has heard it too: who, from which team, when, how and in which words. */
export function Voices({ id, kind, voices, mayAdd }: VoicesProps): JSX.Element | null {
  const today = useToday();
  if (voices.length === 0) return null;
  return (
    <Section
      title={kind === "question" ? "Who would like to know too" : "Who has heard this too"}
      id="voices"
    >
      <ul className="grid gap-4">
        {voices.map((voice) => (
          <li key={voice.person.handle}>
            {voice.words && (
              <p className="max-w-measure whitespace-pre-line">
                <q>{voice.words}</q>
              </p>
            )}
            <p className="text-sm text-soft">
              {voice.mine ? "You" : `${voice.person.name}, ${voice.person.jobTitle}`}, {voice.team}
              {kind !== "question" && (
                <>
                  : heard {voice.phrase ? `${voice.phrase}, ` : ""}
                  <OnDay day={voice.heardOn} today={today} />
                </>
              )}
              {voice.mine && mayAdd && (
                <>
                  {" · "}
                  <Link to={`/insights/${id}?open=heard#heard`} preventScrollReset className="link">
                    Change what you said
                  </Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
