import { Link } from "@remix-run/react";
import type { JSX, ReactNode } from "react";
import { approachOutcomeNames, approachWayNames } from "../departments/approach.ts";
import { contactRoleNames } from "../departments/contact.ts";
import type { HandoverStep } from "../departments/handover.ts";
import { TimelineChart } from "../insights/timeline-chart.tsx";
import { exactDate } from "../ui/dates.ts";
import { Section } from "../ui/page.tsx";
import { BriefingSheet } from "./briefing-sheet.tsx";
import { HeardLines, MonthList } from "./handover-lines.tsx";
import type { HandoverPack } from "./handover-pack.ts";

type HandoverSheetProps = { pack: HandoverPack; today: string };

/** All that is handed over of a department, in the order in which it is best read; on paper from one page to the next. */
export function HandoverSheet({ pack, today }: HandoverSheetProps): JSX.Element {
  const { briefing, sentences, toAsk, asked, months, quiet, contacts, approaches, liaisons } = pack;
  const { slug } = briefing.department;
  const inQuiet = new Set(
    months
      .filter(({ month }) => quiet.some(({ from, to }) => from <= month && month <= to))
      .map(({ month }) => month),
  );
  return (
    <>
      <Part step="briefing" title="Briefing">
        <BriefingSheet briefing={briefing} today={today} heading="h3" />
      </Part>
      <Part
        step="summary"
        title="What we know"
        empty={sentences.length === 0 && "Nobody has written a summary yet."}
      >
        <ul className="grid gap-3">
          {sentences.map(({ id, sentence, citations }) => (
            <li key={id} className="max-w-measure break-inside-avoid">
              {sentence}
              {citations.length > 0 && (
                <ul className="border-l border-line pl-3 text-sm text-soft">
                  {citations.map((cited) => (
                    <li key={cited.id}>
                      <Link
                        to={`/insights/${cited.id}`}
                        prefetch="none"
                        className="link wrap-anywhere print:no-underline"
                      >
                        {cited.text}
                      </Link>{" "}
                      {exactDate(cited.heardOn)}
                      {cited.visibility === "team" && <OnlyTeam />}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <Part
        step="questions"
        title="Open questions"
        empty={toAsk.length + asked.length === 0 && "Nothing is waiting to be asked or answered."}
      >
        <ul className="list-disc pl-5">
          {toAsk.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <HeardLines things={asked} />
      </Part>
      <Part step="quarter" title="The past year" empty={months.length === 0 && "Nothing has been heard yet."}>
        <TimelineChart months={months.toReversed()} quiet={inQuiet} />
        <MonthList months={months} quiet={inQuiet} slug={slug} />
      </Part>
      <Part step="contacts" title="Contacts" empty={contacts.length === 0 && "Nobody is noted."}>
        <ul className="grid gap-2">
          {contacts.map(({ id, name, role, place, does, worksOn, since, until }) => (
            <li key={id} className="max-w-measure break-inside-avoid">
              <b className="font-semibold">{name}</b>, {contactRoleNames[role].toLowerCase()}
              <span className="block">
                {[place, does, worksOn && `works on ${worksOn}`].filter(Boolean).join("; ")}
              </span>
              {(since || until) && (
                <span className="block text-sm text-soft">
                  {since && `since ${exactDate(since)}`}
                  {since && until && ", "}
                  {until && `until ${exactDate(until)}`}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <Part
        step="approaches"
        title="What was offered"
        empty={approaches.length === 0 && "Nothing is noted yet."}
      >
        <ul className="grid gap-2">
          {approaches.map(({ id, way, what, madeOn, outcome, learned, noted }) => (
            <li key={id} className="max-w-measure break-inside-avoid">
              {what}
              <span className="block text-sm text-soft">
                {approachWayNames[way]}, {exactDate(madeOn)}, by {noted.by}:{" "}
                {outcome ? approachOutcomeNames[outcome].toLowerCase() : "no answer yet"}
              </span>
              {learned && <span className="block text-sm">{learned}</span>}
            </li>
          ))}
        </ul>
      </Part>
      <Part step="before" title="Who looked after it" empty={liaisons.length === 0 && "Nobody has yet."}>
        <ul className="grid gap-1">
          {liaisons.map(({ handle, name, part, from, until }) => (
            <li key={`${handle} ${from}`}>
              <Link
                to={`/people/${handle}`}
                prefetch="none"
                className="link inline-block py-0.5 print:no-underline"
              >
                {name}
              </Link>
              {part === "co-owner" && ", with others"}, {until ? "from" : "since"} {exactDate(from)}
              {until && ` to ${exactDate(until)}`}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

type PartProps = { step: HandoverStep; title: string; empty?: string | false; children: ReactNode };

function Part({ step, title, empty, children }: PartProps): JSX.Element {
  return (
    <Section
      id={step}
      title={title}
      className="scroll-mt-20 print:text-[8.5pt] print:leading-[1.25] print:[&_.text-sm]:text-[8pt] print:[&_h2]:text-lg print:[&_svg]:max-w-sm"
    >
      {empty ? (
        <p className="text-soft">{empty}</p>
      ) : (
        <div className="grid gap-4 print:gap-2">{children}</div>
      )}
    </Section>
  );
}

function OnlyTeam(): JSX.Element {
  return <b className="font-semibold">, only your team may read this</b>;
}
