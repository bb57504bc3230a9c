import type { JSX } from "react";
import { Facts } from "../ui/facts.tsx";
import { OnDay } from "../ui/time-ago.tsx";
import type { Profile } from "./profile.ts";
import { profileFieldNames } from "./profile.ts";
import { dueBy, isGoingQuiet, type LastContact, rhythmNames } from "./rhythm.ts";

type RhythmLineProps = { profile: Pick<Profile, "rhythm">; lastContact: LastContact; today: string };

/** How often something is wanted to be heard, when it last was, and kind words when it has been a while. */
export function RhythmLine({ profile, lastContact, today }: RhythmLineProps): JSX.Element {
  const { day, byEnquiry } = lastContact;
  const contacting = { rhythm: profile.rhythm, lastContact: day };
  const due = dueBy(contacting);
  return (
    <p>
      {day ? (
        <>
          Last heard from on <OnDay day={day} today={today} />
          {byEnquiry && ", by an enquiry"}
        </>
      ) : (
        "Nothing heard yet"
      )}
      {profile.rhythm && (
        <span className="text-soft">, wanted {rhythmNames[profile.rhythm].toLowerCase()}</span>
      )}
      {isGoingQuiet(contacting, today) ? (
        <span className="block font-medium text-signal">Going quiet: a good moment to say hello</span>
      ) : (
        due &&
        due > today && (
          <span className="block text-sm text-soft">
            next by <OnDay day={due} today={today} />
          </span>
        )
      )}
    </p>
  );
}

/** How a department likes to be approached, what works and what does not: nothing while nobody has said. */
export function Receptiveness({ profile }: { profile: Profile }): JSX.Element | null {
  const fields = ["approach", "works", "worksNot"] as const;
  return (
    <Facts
      facts={fields.map((field) => [
        profileFieldNames[field],
        profile[field] && (
          <span key={field} className="whitespace-pre-line">
            {profile[field]}
          </span>
        ),
      ])}
    />
  );
}
