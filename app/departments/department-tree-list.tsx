import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { classes } from "../ui/classes.ts";
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
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-1.5">
      <Link
        to={`/departments/${slug}`}
        className={classes(
          "justify-self-start hover:text-accent hover:underline pointer-coarse:-my-1.5 pointer-coarse:py-2.5",
          top ? "text-lg font-semibold" : "font-medium",
        )}
      >
        {name}
      </Link>
      <span className="text-sm text-soft">
        {lastHeard ? (
          <>
            <span className="sr-only">last heard </span>
            <TimeAgo at={lastHeard} />
          </>
        ) : (
          "nothing yet"
        )}
      </span>
      <Beneath kind={kind} aliases={aliases} />
    </div>
  );
}

function Beneath({ kind, aliases }: Pick<Listed, "kind" | "aliases">): JSX.Element | null {
  const said = [
    kindsWorthSaying.has(kind) && departmentKindNames[kind],
    aliases.length > 0 && `also ${aliases.join(", ")}`,
  ].filter(Boolean);
  if (said.length === 0) return null;
  return <p className="text-sm text-soft">{said.join(" · ")}</p>;
}
