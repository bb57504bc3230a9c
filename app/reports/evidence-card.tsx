import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { PeriodLine } from "../desk/period-line.tsx";
import { exactDate } from "../ui/dates.ts";
import type { Evidence, Quote } from "./evidence.ts";
import { EvidenceChart } from "./evidence-chart.tsx";
import { strengthWords } from "./evidence-words.ts";

/** What a department asks of the library, in figures and in its own words, and what the library can do about it. */
export function EvidenceCard({ evidence }: { evidence: Evidence }): JSX.Element {
  const { department, figures, quotes, topNeed, offer } = evidence;
  const hasFigures = figures.year.now.total + figures.year.before.total > 0;
  return (
    <article className="grid gap-6 rounded-lg border border-line bg-surface p-5 sm:p-7 print:border-0 print:bg-transparent print:p-0">
      <section aria-label="Enquiries" className="grid gap-4">
        {hasFigures ? (
          <>
            <ul className="grid gap-1 text-lg">
              <PeriodLine period="month" slug={department.slug} compared={figures.month} />
              <PeriodLine period="year" slug={department.slug} compared={figures.year} />
            </ul>
            <EvidenceChart months={figures.months} slug={department.slug} name={department.name} />
          </>
        ) : (
          <p className="text-soft">No enquiries from {department.name} have been counted in two years.</p>
        )}
      </section>
      {quotes.length > 0 && (
        <section aria-label="In their words" className="grid gap-4">
          {quotes.map((quote) => (
            <Quotation key={quote.insightId} quote={quote} />
          ))}
        </section>
      )}
      {(topNeed || offer) && (
        <section aria-label="What is needed" className="grid gap-2 border-t border-line pt-4">
          {topNeed && (
            <p>
              <span className="font-semibold">Most needed: </span>
              {topNeed.text}{" "}
              <Link to={`/insights/${topNeed.insightId}`} prefetch="none" className="link text-sm">
                {strengthWords(topNeed)}
              </Link>
            </p>
          )}
          {offer && (
            <p>
              <span className="font-semibold">What the library can do: </span>
              {offer}
            </p>
          )}
        </section>
      )}
    </article>
  );
}

function Quotation({ quote }: { quote: Quote }): JSX.Element {
  const { insightId, text, heard, by, heardOn } = quote;
  return (
    <figure className="border-l-2 border-accent pl-4">
      <blockquote className="max-w-measure text-lg">“{text}”</blockquote>
      <figcaption className="mt-1 text-sm text-soft">
        <Link to={`/insights/${insightId}`} prefetch="none" className="underline underline-offset-4">
          {heard}
          {by && ` by ${by}`}, {exactDate(heardOn)}
        </Link>
      </figcaption>
    </figure>
  );
}
