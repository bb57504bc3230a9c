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
      {/* On a phone one line that scrolls, as a name that is cut off shows. */}
      <ul className="-mb-px flex gap-x-4 gap-y-1 max-sm:overflow-x-auto max-sm:whitespace-nowrap max-sm:[scrollbar-width:none] sm:flex-wrap">
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

type DepartmentHeaderProps = {
  department: { slug: string; name: string };
  current: DepartmentPath;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page about one side of a department. */
export function DepartmentHeader(props: DepartmentHeaderProps): JSX.Element {
  const { department, current, title, lead, actions } = props;
  const { slug, name } = department;
  return (
    <>
      <PageHeader
        kicker={
          <Link to={`/departments/${slug}`} className="link">
            {name}
          </Link>
        }
        title={title}
        lead={lead}
        actions={actions}
      />
      <DepartmentNav slug={slug} current={current} />
    </>
  );
}
