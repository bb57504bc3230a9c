import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Notice } from "../ui/notice.tsx";
import type { DepartmentProfile } from "./find-department.server.ts";

/** That a department is closed or was split, and where to go on; nothing of one that simply stands. */
export function Standing({
  department,
}: {
  department: Pick<DepartmentProfile, "closed" | "parts" | "splitFrom">;
}): JSX.Element | null {
  const { closed, parts, splitFrom } = department;
  if (!closed && !splitFrom) return null;
  const leads = closed ? parts : splitFrom ? [splitFrom] : [];
  return (
    <div className="mb-8">
      <Notice title={closed ? "This is closed. All that was heard and noted of it stays here." : undefined}>
        {leads.length > 0 && (
          <p>
            {closed ? "It goes on as " : "What was heard before is with "}
            {leads.map((one, at) => (
              <span key={one.id}>
                {at > 0 && ", "}
                <Link to={`/departments/${one.slug}`} className="link">
                  {one.name}
                </Link>
              </span>
            ))}
          </p>
        )}
      </Notice>
    </div>
  );
}
