import type { JSX, ReactNode } from "react";
import { classes } from "../ui/classes.ts";
import type { IssueOnPaper } from "./find-printed-issue.server.ts";
import type { PrintedPart } from "./printed-issue.ts";

const small = "print:text-[8.5pt] print:leading-[1.3]";

/** An issue as it lies in a staff room: the week in brief on the front, what was heard on the back. */
export function PrintedPages({ issue }: { issue: IssueOnPaper }): JSX.Element {
  const { library, title, dates, counted, address, more, restricted, front, back } = issue;
  return (
    <div className={small}>
      <Side
        head={
          <header className="mb-4 border-b-2 border-ink pb-2 print:mb-3">
            <p className="flex flex-wrap justify-between gap-x-4 text-soft">
              <span>{library}</span>
              <span>{dates}</span>
            </p>
            <p className="font-serif text-2xl print:text-[24pt] print:leading-tight">{title}</p>
            <p className="text-soft">{counted}</p>
          </header>
        }
        foot={
          restricted
            ? "Holds what not all staff may read: not to be left lying about."
            : "What colleagues heard, for all of the library’s staff."
        }
        address={address}
      >
        {front.map((part) => (
          <Part key={part.title} part={part} />
        ))}
      </Side>
      <Side
        last
        head={
          <p className="mb-3 flex flex-wrap justify-between gap-x-4 border-b border-ink pb-1 text-soft">
            <span className="font-serif text-lg text-ink print:text-[13pt]">{title}</span>
            <span>{dates}</span>
          </p>
        }
        foot={more > 0 ? `And ${more} more, all of it at` : "All of it, and what has come since, at"}
        address={address}
      >
        {back.map((part) => (
          <Part key={part.title} part={part} />
        ))}
        {back.length === 0 && <p className="text-soft">Nothing else was heard this week.</p>}
      </Side>
    </div>
  );
}

type SideProps = { head: ReactNode; foot: string; address: string; last?: boolean; children: ReactNode };

/** One side, never more: what would stand in a third column is not shown, and the counting sees to it that none is. */
function Side({ head, foot, address, last = false, children }: SideProps): JSX.Element {
  return (
    <div
      data-side=""
      className={classes(
        "print:flex print:h-[256mm] print:flex-col print:overflow-hidden",
        last ? "mt-12 print:mt-0" : "print:break-after-page",
      )}
    >
      {head}
      <div className="gap-x-10 md:columns-2 print:min-h-0 print:flex-1 print:columns-2 print:gap-x-6">
        {children}
      </div>
      <p className="mt-4 flex flex-wrap gap-x-2 border-t border-line pt-1.5 text-soft print:mt-2">
        {foot} <span className="font-semibold text-ink">{address}</span>
      </p>
    </div>
  );
}

function Part({ part: { title, items } }: { part: PrintedPart }): JSX.Element {
  return (
    <section className="mb-5 print:mb-2.5">
      {title && (
        <h2 className="mb-1.5 break-after-avoid border-b border-line font-serif text-lg print:mb-1 print:text-[12pt]">
          {title}
        </h2>
      )}
      <ul className="grid gap-2 print:block">
        {items.map(({ label, text, note }, at) => (
          <li key={`${label} ${text} ${note}`} className="break-inside-avoid print:mb-[3pt]">
            {/* Said once of what follows one another. */}
            {label && label !== items[at - 1]?.label && <b className="font-semibold">{label} </b>}
            <span className={title ? undefined : "font-serif text-lg print:text-[11pt]"}>{text}</span>
            {note && (
              <span className="block text-sm text-soft print:text-[7.5pt] print:leading-[1.3]">{note}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
