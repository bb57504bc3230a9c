import type { JSX, ReactNode } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { classes } from "../ui/classes.ts";

type IssueSectionProps = {
  id: string;
  title: string;
  lead?: string;
  /** About a department the reader looks after. */
  own?: boolean;
  /** Not all staff may read it, and paper lies about. */
  notOnPaper?: boolean;
  children: ReactNode;
};

/** A part of an issue that the server alone draws: as `Section` looks, with a name of its own in place of React's. */
export function IssueSection({ id, title, lead, own, notOnPaper, children }: IssueSectionProps): JSX.Element {
  const say = useOurWords();
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={classes("mt-12 scroll-mt-20 first:mt-0", notOnPaper ? "print:hidden" : "print:mt-4")}
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-1.5">
        <h2 id={`${id}-title`} className="font-serif text-xl">
          {title}
        </h2>
        {own && <span className="text-sm text-soft print:hidden">You look after this</span>}
      </div>
      {lead && <p className="mb-4 max-w-measure text-soft print:hidden">{say(lead)}</p>}
      {children}
    </section>
  );
}
