import type { JSX, ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes.ts";

type PageHeaderProps = {
  title: ReactNode;
  /** A short line over the title: the kind of thing this is, or a link to where it belongs. */
  kicker?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The weekly issue sets its headings in the serif. */
  serif?: boolean;
};

export function PageHeader({ title, kicker, lead, actions, serif = false }: PageHeaderProps): JSX.Element {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="grid min-w-0 gap-1">
        {kicker && <p className="text-sm text-soft">{kicker}</p>}
        <h1
          tabIndex={-1}
          className={classes("text-2xl outline-none", serif ? "font-serif" : "font-semibold tracking-tight")}
        >
          {title}
        </h1>
        {lead && <p className="max-w-measure text-lg text-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </header>
  );
}

type SectionProps = {
  title: ReactNode;
  /** Kept in the outline for those who hear the page, not drawn. */
  hideTitle?: boolean;
  actions?: ReactNode;
  serif?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

export function Section({
  title,
  hideTitle,
  actions,
  serif,
  id,
  className,
  children,
}: SectionProps): JSX.Element {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className={classes("mt-10 first:mt-0", className)}>
      <div
        className={classes(
          "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1",
          !hideTitle && "mb-3",
        )}
      >
        <h2
          id={titleId}
          className={hideTitle ? "sr-only" : classes("text-xl", serif ? "font-serif" : "font-semibold")}
        >
          {title}
        </h2>
        {actions && <div className="flex flex-wrap gap-2 text-sm print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
