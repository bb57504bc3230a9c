import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { approaches } from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Approach } from "./approach.ts";
import type { DepartmentName } from "./department.ts";

const columns = sql`approaches.id, approaches.version, way, what, made_on::text as "madeOn", outcome, learned,
  json_build_object('by', people.name, 'handle', people.handle, 'at', noted_at) as noted`;

const ofDepartment = preparedStatement<Approach>(
  () => sql`select ${columns}
    from ${approaches} join ${people} on people.id = noted_by
    where department_id = ${sql.placeholder("departmentId")}::uuid and removed_at is null
    order by made_on desc, noted_at desc
    limit 200`,
);

/** What was offered to a department, the latest first. */
export function listApproaches(departmentId: string): Promise<Approach[]> {
  return ofDepartment({ departmentId });
}

export type ApproachElsewhere = Approach & { department: DepartmentName };

const elsewhere = preparedStatement<ApproachElsewhere>(
  () => sql`select ${columns}, json_build_object('id', others.id, 'slug', others.slug, 'name', others.name) as department
    from ${departments} own
    join ${departments} others on others.id <> own.id and others.closed_at is null
      and (others.kind = own.kind or others.parent_id = own.parent_id)
    join ${approaches} on department_id = others.id and outcome = 'took-it-up' and removed_at is null
    join ${people} on people.id = noted_by
    where own.id = ${sql.placeholder("departmentId")}::uuid
    order by (others.parent_id is not distinct from own.parent_id and others.kind = own.kind) desc, made_on desc
    limit 8`,
);

/** What departments like this one took up: of its kind, or of the same faculty; the nearest first, then the latest. */
export function listApproachesElsewhere(departmentId: string): Promise<ApproachElsewhere[]> {
  return elsewhere({ departmentId });
}
