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
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="grid min-w-0 flex-[1_1_20rem] grid-cols-1 gap-1">
        {kicker && <p className="text-sm text-soft">{kicker}</p>}
        <h1 tabIndex={-1} className={classes("text-2xl outline-none", serif ? "font-serif" : "title")}>
          {title}
        </h1>
        {lead && <p className="max-w-measure text-soft">{lead}</p>}
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
    <section
      id={id}
      aria-labelledby={titleId}
      className={classes("mt-12 first:mt-0 [header+&]:mt-0", className)}
    >
      <div
        className={classes(
          "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1",
          !hideTitle && "mb-4 border-b border-line pb-1.5",
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

/** The width of a page that is one list or one form. */
export function Column({ children }: { children: ReactNode }): JSX.Element {
  return <div className="max-w-column">{children}</div>;
}

type BesideProps = {
  /** What a wide screen shows beside the column. */
  aside: ReactNode;
  /** Where it stands on a narrow screen. */
  narrow: "first" | "last" | "away";
  children: ReactNode;
};

/** A column, and something smaller beside it where there is room: room for letters, however large, not for pixels. */
export function Beside({ aside, narrow, children }: BesideProps): JSX.Element {
  const away = narrow === "away" && "@max-[56rem]:hidden";
  const beside = (
    <div className={classes("@min-[56rem]:col-start-2 @min-[56rem]:row-start-1 print:hidden", away)}>
      {aside}
    </div>
  );
  return (
    <div className="@container">
      <div className="@min-[56rem]:grid @min-[56rem]:grid-cols-[minmax(0,1fr)_15rem] @min-[56rem]:gap-x-12 print:block">
        {narrow !== "last" && beside}
        <div className="min-w-0 max-w-column print:max-w-none @min-[56rem]:col-start-1 @min-[56rem]:row-start-1">
          {children}
        </div>
        {narrow === "last" && beside}
      </div>
    </div>
  );
}
