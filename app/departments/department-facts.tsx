import { Link } from "@remix-run/react";
import type { JSX, ReactNode } from "react";
import { exactDate } from "../ui/dates.ts";
import type { DepartmentProfile } from "./find-department.server.ts";

/** What is known of a department itself: its other names, what is in it, who looks after it. */
export function DepartmentFacts({ department }: { department: DepartmentProfile }): JSX.Element | null {
  const { aliases, children, liaisons } = department;
  const named = (kind: string) => aliases.filter((alias) => alias.kind === kind).map(({ name }) => name);
  const facts: [string, ReactNode][] = [
    ["Also called", named("nickname").join(", ")],
    ["Formerly", named("old-name").join(", ")],
    ["Liaison", liaisons.length > 0 && <Liaisons liaisons={liaisons} />],
    ["Within it", children.length > 0 && <Names names={children} />],
  ];
  const shown = facts.filter(([, value]) => value);
  if (shown.length === 0) return null;
  return (
    <dl className="mb-8 grid max-w-measure grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
      {shown.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Liaisons({ liaisons }: Pick<DepartmentProfile, "liaisons">): JSX.Element {
  return (
    <ul>
      {liaisons.map(({ handle, name, jobTitle, part, since }) => (
        <li key={handle}>
          {name}, {jobTitle}
          <span className="text-soft">
            {part === "co-owner" && " · shares it"} · since {exactDate(since)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Names({ names }: { names: DepartmentProfile["children"] }): JSX.Element {
  return (
    <ul className="flex flex-wrap gap-x-4">
      {names.map(({ slug, name }) => (
        <li key={slug}>
          <Link to={`/departments/${slug}`} className="text-accent underline underline-offset-4">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
