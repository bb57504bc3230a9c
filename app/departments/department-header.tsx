import { Link } from "@remix-run/react";
import { type JSX, type ReactNode, useEffect, useRef } from "react";
import { classes } from "../ui/classes.ts";
import { PageHeader } from "../ui/page.tsx";

/** A department's pages by what follows its address, in the order they are led to. */
const departmentPages = [
  ["", "Overview"],
  ["/briefing", "Briefing"],
  ["/evidence", "Evidence"],
  ["/contacts", "Contacts"],
  ["/sources", "What they read"],
  ["/needs", "Needs"],
  ["/approaches", "Approaches"],
  ["/timeline", "Timeline"],
  ["/history", "History"],
] as const;

type DepartmentPath =
  | (typeof departmentPages)[number][0]
  | "/summary"
  | "/questions"
  | "/profile"
  | "/handover";

/** The way between a department's pages; the present one is marked. */
export function DepartmentNav({ slug, current }: { slug: string; current: DepartmentPath }): JSX.Element {
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const list = here.current?.closest("ul");
    if (list && here.current) list.scrollLeft = here.current.offsetLeft - list.offsetLeft - 24;
  }, []);
  return (
    <nav
      aria-label="About this department"
      className="mb-8 border-b border-line xl:min-w-[min(50rem,calc(100vw-20rem))] print:hidden"
    >
      {/* On a phone one line that scrolls; it fades out on the side where it goes on. */}
      <ul className="strip -mb-px flex gap-x-4 gap-y-1 sm:flex-wrap">
        {departmentPages.map(([path, name]) => (
          <li key={path}>
            <Link
              ref={path === current ? here : undefined}
              to={`/departments/${slug}${path}`}
              prefetch="none"
              aria-current={path === current ? "page" : undefined}
              className={classes(
                "inline-flex min-h-9 items-center border-b-2 pointer-coarse:min-h-11",
                path === current
                  ? "border-accent font-semibold text-accent"
                  : "border-transparent text-soft hover:text-accent",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type DepartmentHeadProps = {
  department: { slug: string; name: string };
  current: DepartmentPath;
  /** The page's own head, under the way between the pages. */
  children: ReactNode;
};

/** What every side of a department begins with, at the same place on each: whose it is, and the way to the others. */
export function DepartmentHead({ department, current, children }: DepartmentHeadProps): JSX.Element {
  const { slug, name } = department;
  return (
    <>
      <p className="mb-6 text-2xl title print:hidden">
        <Link to={`/departments/${slug}`} className="hover:text-accent hover:underline">
          {name}
        </Link>
      </p>
      <DepartmentNav slug={slug} current={current} />
      <div className="[&_h1]:text-xl">{children}</div>
    </>
  );
}

type DepartmentHeaderProps = Omit<DepartmentHeadProps, "children"> & {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page about one side of a department. */
export function DepartmentHeader(props: DepartmentHeaderProps): JSX.Element {
  const { department, current, title, lead, actions } = props;
  return (
    <DepartmentHead department={department} current={current}>
      <PageHeader
        kicker={<span className="hidden print:inline">{department.name}</span>}
        title={title}
        lead={lead}
        actions={actions}
      />
    </DepartmentHead>
  );
}
