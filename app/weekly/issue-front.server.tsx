import type { JSX } from "react";
import { excerpt } from "../text/excerpt.ts";
import { readableText } from "../text/html-text.ts";
import type { IssueFront } from "./issue-front.ts";
import { IssueSection } from "./issue-section.server.tsx";
import { RisingThemes, SeveralPlacesList } from "./issue-themes.server.tsx";
import type { MinuteLine } from "./minute.ts";

/** What stands before an issue's insights. */
export function DrawnFront({ front }: { front: IssueFront }): JSX.Element {
  const { lead, minute, picks, rising, several } = front;
  return (
    <>
      {lead && (
        <div className="mb-8 grid max-w-measure gap-3 font-serif text-lg">
          {lead.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      )}
      {minute.length > 0 && <InOneMinute lines={minute} />}
      {picks.length > 0 && <Picks picks={picks} />}
      {rising.length > 0 && <RisingThemes rising={rising} />}
      {several.length > 0 && <SeveralPlacesList several={several} />}
    </>
  );
}

function InOneMinute({ lines }: { lines: readonly MinuteLine[] }): JSX.Element {
  return (
    <section
      id="minute"
      aria-labelledby="minute-title"
      className="border-l-4 border-accent bg-accent-soft py-4 pr-4 pl-5 print:bg-transparent print:py-0"
    >
      <h2 id="minute-title" className="mb-2 font-serif text-xl">
        In one minute
      </h2>
      <ul className="grid max-w-measure gap-2">
        {lines.map((line) => (
          <li key={line.text}>
            <MinuteText line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The line leads to what it was made of, where that is one insight or one part of the issue. */
function MinuteText({ line: { text, sources, part } }: { line: MinuteLine }): JSX.Element {
  const [, label = "", rest = text] = /^([\p{L} ]{1,30}: )(.*)$/su.exec(text) ?? [];
  const words = (
    <>
      {label && <b className="font-semibold">{label}</b>}
      {rest}
    </>
  );
  const [only, ...others] = sources;
  const target = part ?? (others.length === 0 ? only : undefined);
  if (!target) return words;
  return (
    <a href={`#${target}`} className="underline decoration-line underline-offset-4 hover:text-accent">
      {words}
    </a>
  );
}

function Picks({ picks }: Pick<IssueFront, "picks">): JSX.Element {
  return (
    <IssueSection id="picks" title="Editor’s picks">
      <ul className="grid gap-6 print:gap-3">
        {picks.map(({ card, sentence }) => (
          <li key={card.id} className="grid max-w-measure gap-1.5">
            {sentence && <p className="font-semibold">{sentence}</p>}
            <blockquote className="border-l-2 border-edge pl-4 text-lg">
              {excerpt(readableText(card.html), 320)}
            </blockquote>
            <p className="text-sm text-soft">
              <a href={`#${card.id}`} className="link">
                {card.departments.map(({ name }) => name).join(", ")}
              </a>
              , heard {card.channel.phrase} by {card.author.name}
            </p>
          </li>
        ))}
      </ul>
    </IssueSection>
  );
}
