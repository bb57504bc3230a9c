import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { departmentKindNames } from "./department.ts";
import type { Branch } from "./department-tree.ts";
import type { DepartmentEntry } from "./list-departments.server.ts";
import type { StructureChange } from "./list-structure-changes.server.ts";
import { structureChangeWords } from "./structure-change.ts";

/** The tree as editors see it, closed ones included, each leading to where it can be changed. */
export function StructureTree({ branches }: { branches: readonly Branch<DepartmentEntry>[] }): JSX.Element {
  return (
    <ul className="grid gap-1">
      {branches.map(({ id, slug, name, kind, closed, aliases, children }) => (
        <li key={id}>
          <span className="flex flex-wrap items-baseline gap-x-2">
            <Link
              to={`/settings/departments/${slug}`}
              className="link inline-block py-1 pointer-coarse:py-2.5"
            >
              {name}
            </Link>
            <span className="text-sm text-soft">
              {departmentKindNames[kind]}
              {aliases.length > 0 && `, also ${aliases.join(", ")}`}
            </span>
            {closed && <Badge>Closed</Badge>}
          </span>
          {children.length > 0 && (
            <div className="ml-1 border-l border-line pl-4">
              <StructureTree branches={children} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was done to the tree, the latest first, each to be undone as long as nothing stands against it. */
export function ChangeList({ changes }: { changes: readonly StructureChange[] }): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => {
        const { id, kind, department, other, details, by, at, undoneAt } = change;
        return (
          <li key={id} className="row py-2">
            <p className={undoneAt ? "text-soft" : undefined}>
              {details.from && kind === "renamed" ? `${details.from} ` : `${department.name} `}
              {structureChangeWords[kind]}
              {kind === "renamed" && details.to && `: ${details.to}`}
              {other && `: ${other.name}`}
              {kind === "split" && Array.isArray(details.names) && `: ${details.names.join(", ")}`}
              <span className="block text-sm text-soft">
                by {by}, <TimeAgo at={at} />
                {undoneAt && (
                  <>
                    , undone <TimeAgo at={undoneAt} />
                  </>
                )}
              </span>
            </p>
            {!undoneAt && (
              <form method="post" action={`/settings/departments/${department.slug}`}>
                <input type="hidden" name="intent" value="undo" />
                <input type="hidden" name="change" value={id} />
                <Button variant="secondary" size="small">
                  Undo{" "}
                  <VisuallyHidden>
                    that {department.name} was {structureChangeWords[kind]}
                  </VisuallyHidden>
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
