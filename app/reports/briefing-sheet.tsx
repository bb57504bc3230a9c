import { Link } from "@remix-run/react";
import { createContext, type JSX, type ReactNode, useContext } from "react";
import { contactRoleNames } from "../departments/contact.ts";
import { PeriodLine } from "../desk/period-line.tsx";
import { insightKindNames } from "../insights/insight.ts";
import { OnDay } from "../ui/time-ago.tsx";
import type { Briefing, Met, Placed } from "./briefing.ts";
import type { HeardThing } from "./list-last-things.server.ts";
import { benefitNames } from "./phrase.ts";
import { WhatToSay } from "./what-to-say.tsx";

type BriefingSheetProps = { briefing: Briefing; today: string; heading?: "h2" | "h3" };

const HeadingContext = createContext<"h2" | "h3">("h2");

/** One page to read before one knocks: two columns on paper and where there is room, one on a phone. */
export function BriefingSheet({ heading = "h2", ...sheet }: BriefingSheetProps): JSX.Element {
  return (
    <HeadingContext.Provider value={heading}>
      <Columns {...sheet} />
    </HeadingContext.Provider>
  );
}

function Columns({ briefing, today }: BriefingSheetProps): JSX.Element {
  const { meet, friends, newPeople, liaisons, careAbout, unmet, approach, notToRepeat } = briefing;
  const { last, toAsk, asked, figures, department } = briefing;
  return (
    <div className="gap-x-10 md:columns-2 print:columns-2 print:gap-x-6 print:text-[8.5pt] print:leading-[1.25] print:[&_.text-sm]:text-[8pt] print:[&_.text-sm]:leading-[1.25]">
      <Part title="Who you will meet" empty="Nobody has noted who leads it.">
        {meet.length > 0 && <People people={meet} />}
      </Part>
      <Part title="Our friends there" empty="Nobody yet, as far as anybody noted.">
        {friends.length > 0 && <People people={friends} />}
      </Part>
      {newPeople.length > 0 && (
        <Part title="New people">
          <People people={newPeople} />
        </Part>
      )}
      <Part title="What they care about" empty="Nobody has written it down yet.">
        {careAbout.length + unmet.length > 0 && (
          <>
            <Labelled parts={careAbout} />
            {unmet.length > 0 && (
              <p>
                <b className="font-semibold">Not met: </b>
                {unmet.join("; ")}
              </p>
            )}
          </>
        )}
      </Part>
      <Part title="Open questions" empty="None: what would you like to know?">
        {toAsk.length + asked.length > 0 && (
          <>
            <ul className="list-disc pl-4">
              {toAsk.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
            <Heard things={asked} today={today} />
          </>
        )}
      </Part>
      {approach.length > 0 && (
        <Part title="How to approach them">
          <Labelled parts={approach} />
        </Part>
      )}
      {notToRepeat.length > 0 && (
        <Part title="What not to repeat">
          <ul className="list-disc pl-4">
            {notToRepeat.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="What they ask at our desks">
        <ul>
          <PeriodLine period="month" slug={department.slug} compared={figures.month} />
          <PeriodLine period="year" slug={department.slug} compared={figures.year} />
        </ul>
      </Part>
      <Part title="Last heard, by any team" empty="Nothing has been heard yet.">
        {last.length > 0 && <Heard things={last} today={today} />}
      </Part>
      <WhatToSay phrases={briefing.phrases} names={benefitNames} heading={useContext(HeadingContext)} />
      <p className="text-sm text-soft">
        Looked after by{" "}
        {liaisons.length === 0
          ? "nobody at present"
          : liaisons.map(({ name, part }) => (part === "owner" ? name : `${name} (shares it)`)).join(", ")}
        .
      </p>
    </div>
  );
}

type PartProps = { title: string; empty?: string; children: ReactNode };

function Part({ title, empty, children }: PartProps): JSX.Element {
  const Heading = useContext(HeadingContext);
  return (
    <section className="mb-5 break-inside-avoid print:mb-1.5">
      <Heading className="mb-1 border-b border-line font-semibold print:mb-0.5">{title}</Heading>
      <div className="grid gap-1 print:gap-0">{children || <p className="text-soft">{empty}</p>}</div>
    </section>
  );
}

type Person = Met & { insightId?: string | null; on?: Placed<object>["on"] };

function People({ people }: { people: readonly Person[] }): JSX.Element {
  return (
    <ul className="grid gap-1 print:gap-0">
      {people.map(({ name, role, about, insightId, on }) => (
        <li key={name} className={on && placeLook[on]}>
          {insightId ? (
            <Link to={`/insights/${insightId}`} prefetch="none" className="link print:no-underline">
              {name}
            </Link>
          ) : (
            <>
              <b className="font-semibold">{name}</b>{" "}
              <span className="text-soft">{contactRoleNames[role].toLowerCase()}</span>
            </>
          )}
          {about && <>: {about}</>}
        </li>
      ))}
    </ul>
  );
}

function Labelled({ parts }: { parts: readonly { label: string; text: string }[] }): JSX.Element {
  return (
    <>
      {parts.map(({ label, text }) => (
        <p key={label}>
          <b className="font-semibold">{label}: </b>
          {text}
        </p>
      ))}
    </>
  );
}

const placeLook = { both: undefined, screen: "print:hidden", paper: "hidden print:list-item" };

function Heard({ things, today }: { things: readonly Placed<HeardThing>[]; today: string }): JSX.Element {
  return (
    <ul className="grid gap-1.5 print:gap-0.5">
      {things.map(({ id, text, kind, visibility, heardOn, phrase, team, on }) => (
        <li key={id} className={placeLook[on]}>
          <Link to={`/insights/${id}`} prefetch="none" className="hover:text-accent hover:underline">
            {text}
          </Link>{" "}
          <span className="text-sm text-soft">
            {kind !== "observation" && <>{insightKindNames[kind]}, </>}
            {phrase}, <OnDay day={heardOn} today={today} />, {team}
            {visibility !== "staff" &&
              (visibility === "team" ? ", only your team: not printed" : ", only you: not printed")}
          </span>
        </li>
      ))}
    </ul>
  );
}
