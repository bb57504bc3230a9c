import { Link } from "@remix-run/react";
import type { JSX } from "react";
import type { Benefit } from "./phrase.ts";
import type { PhrasesFor, Proven } from "./phrases-for.ts";

type WhatToSayProps = { phrases: PhrasesFor; names: Record<Benefit, string>; heading: "h2" | "h3" };

/** What worked elsewhere: phrases by what they say the library is good for, objections with their answers. */
export function WhatToSay({ phrases, names, heading: Heading }: WhatToSayProps): JSX.Element {
  const { byBenefit, objections } = phrases;
  return (
    <section className="mb-5 print:mb-1.5">
      <Heading className="mb-1 border-b border-line font-semibold print:mb-0.5">
        What worked elsewhere
      </Heading>
      {byBenefit.length + objections.length === 0 && (
        <p className="text-soft">
          Nobody has noted what worked.{" "}
          <Link to="/reports/phrases" className="link print:hidden">
            Phrases and objections
          </Link>
        </p>
      )}
      <dl className="grid gap-1 print:gap-0">
        {byBenefit.map(({ benefit, phrases: said }) => (
          <div key={benefit}>
            <dt className="text-sm font-semibold">{names[benefit]}</dt>
            {said.map((phrase) => (
              <dd key={phrase.id}>
                “{phrase.text}” <Where phrase={phrase} />
              </dd>
            ))}
          </div>
        ))}
        {objections.map((objection) => (
          <div key={objection.id}>
            <dt className="font-serif italic">“{objection.text}”</dt>
            <dd>
              {objection.answer} <Where phrase={objection} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Where({ phrase: { where } }: { phrase: Proven }): JSX.Element {
  const [first, ...others] = where;
  return (
    <span className="text-sm text-soft">
      {first}
      {others.length > 0 && ` and ${others.length} more`}
    </span>
  );
}
