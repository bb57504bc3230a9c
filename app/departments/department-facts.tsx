import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { exactDate } from "../ui/dates.ts";
import { Facts } from "../ui/facts.tsx";
import type { DepartmentProfile } from "./find-department.server.ts";

/** What is known of a department itself: its other names, what is in it, who looks after it. */
export function DepartmentFacts({ department }: { department: DepartmentProfile }): JSX.Element {
  const { aliases, children, liaisons } = department;
  const named = (kind: string) => aliases.filter((alias) => alias.kind === kind).map(({ name }) => name);
  return (
    <aside aria-label={`About ${department.name}`} className="mb-8">
      <Facts
        facts={[
          [
            liaisons.length === 1 ? "Liaison" : "Liaisons",
            liaisons.length > 0 && <Liaisons key="l" liaisons={liaisons} />,
          ],
          ["Also called", named("nickname").join(", ")],
          ["Formerly", named("old-name").join(", ")],
          ["Within it", children.length > 0 && <Names key="n" names={children} />],
        ]}
      />
    </aside>
  );
}

function Liaisons({ liaisons }: Pick<DepartmentProfile, "liaisons">): JSX.Element {
  return (
    <ul className="grid gap-1">
      {liaisons.map(({ handle, name, jobTitle, part, since }) => (
        <li key={handle}>
          <Link to={`/people/${handle}`} className="link inline-block py-0.5">
            {name}
          </Link>
          <span className="block text-sm text-soft">
            {jobTitle}
            {part === "co-owner" && ", shares it"}, since {exactDate(since)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Names({ names }: { names: DepartmentProfile["children"] }): JSX.Element {
  return (
    <ul>
      {names.map(({ slug, name }) => (
        <li key={slug}>
          <Link to={`/departments/${slug}`} className="link inline-block py-0.5">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
