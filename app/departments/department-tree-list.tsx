import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { TimeAgo } from "../ui/time-ago.tsx";
import { type DepartmentKind, departmentKindNames } from "./department.ts";
import type { Branch } from "./department-tree.ts";
import type { DepartmentEntry } from "./list-departments.server.ts";

type Listed = DepartmentEntry & { lastHeard: string | null };

// The others' names say it themselves.
const kindsWorthSaying: ReadonlySet<DepartmentKind> = new Set(["research-group", "service", "external"]);

/** Departments as a tree, each with its other names and the day it was last heard from. */
export function DepartmentTreeList({ branches }: { branches: readonly Branch<Listed>[] }): JSX.Element {
  return (
    <ul className="grid gap-6">
      {branches.map((branch) => (
        <li key={branch.id}>
          <Entry department={branch} top />
          {branch.children.length > 0 && <Children branches={branch.children} />}
        </li>
      ))}
    </ul>
  );
}

function Children({ branches }: { branches: readonly Branch<Listed>[] }): JSX.Element {
  return (
    <ul className="ml-1 border-l border-line pl-4">
      {branches.map((branch) => (
        <li key={branch.id}>
          <Entry department={branch} />
          {branch.children.length > 0 && <Children branches={branch.children} />}
        </li>
      ))}
    </ul>
  );
}

function Entry({ department, top = false }: { department: Listed; top?: boolean }): JSX.Element {
  const { slug, name, kind, aliases, lastHeard } = department;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 py-1.5">
      <Link
        to={`/departments/${slug}`}
        className={top ? "text-lg font-semibold hover:text-accent" : "font-medium hover:text-accent"}
      >
        {name}
      </Link>
      {kindsWorthSaying.has(kind) && <span className="text-sm text-soft">{departmentKindNames[kind]}</span>}
      {aliases.length > 0 && <span className="text-sm text-soft">also {aliases.join(", ")}</span>}
      <span className="ml-auto text-sm text-soft">
        {lastHeard ? (
          <>
            last heard <TimeAgo at={lastHeard} />
          </>
        ) : (
          "nothing heard yet"
        )}
      </span>
    </div>
  );
}
