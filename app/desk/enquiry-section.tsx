import type { JSX } from "react";
import { Section } from "../ui/page.tsx";
import { type EnquiryFigures, hasFigures } from "./enquiry-figures.ts";
import { EnquiryTable } from "./enquiry-table.tsx";
import { PeriodLine } from "./period-line.tsx";

type EnquirySectionProps = { figures: EnquiryFigures; slug: string; name: string };

/** What a department asked at our desks, as numbers; nothing while none were counted. */
export function EnquirySection({ figures, slug, name }: EnquirySectionProps): JSX.Element | null {
  const { month, year } = figures;
  if (!hasFigures(figures)) return null;
  return (
    <Section id="enquiries" title="Enquiries" className="scroll-mt-20">
      <ul className="mb-3 grid gap-1">
        <PeriodLine period="month" slug={slug} compared={month} />
        <PeriodLine period="year" slug={slug} compared={year} />
      </ul>
      <EnquiryTable figures={figures} department={slug} caption={`Enquiries from ${name}, by kind`} />
    </Section>
  );
}
