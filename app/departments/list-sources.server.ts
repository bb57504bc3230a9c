import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentSources, sourceChecks } from "#db/schema/department-entries.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Day } from "../settings/calendar.ts";
import type { DepartmentName } from "./department.ts";
import type { Source } from "./source.ts";

const columns = sql`s.id, s.version, s.kind, s.name, s.address, s.note, s.subscription, s.every_weeks as "everyWeeks",
  (select json_build_object('handle', handle, 'name', people.name) from ${people} where people.id = s.turn_id) as turn,
  (select json_build_object('on', c.checked_on, 'by', people.name) from ${sourceChecks} c
    join ${people} on people.id = c.person_id
    where c.source_id = s.id order by c.checked_at desc limit 1) as checked,
  (select json_build_object('by', people.name, 'at', s.edited_at) from ${people} where people.id = s.edited_by) as noted`;

const ofDepartment = preparedStatement<Source>(
  () => sql`select ${columns} from ${departmentSources} s
    where s.department_id = ${sql.placeholder("departmentId")}::uuid and s.removed_at is null
    order by s.kind, s.name`,
);

/** What a department reads, and its pages to look at. */
export function listSources(departmentId: string): Promise<Source[]> {
  return ofDepartment({ departmentId });
}

export type SourceToCheck = Source & { department: DepartmentName };

const looksAfterIt: SQL = sql`exists (select from ${departmentLiaisons} l
  where l.department_id = s.department_id and l.person_id = ${sql.placeholder("personId")}::uuid
    and l.until_date is null)`;

const ofPerson = preparedStatement<SourceToCheck>(
  () => sql`select ${columns}, json_build_object('id', d.id, 'slug', d.slug, 'name', d.name) as department
    from ${departmentSources} s join ${departments} d on d.id = s.department_id
    where s.removed_at is null and s.every_weeks is not null and d.closed_at is null
      and (s.turn_id = ${sql.placeholder("personId")}::uuid or s.turn_id is null and ${looksAfterIt})
      and coalesce(s.checked_on + s.every_weeks * 7, '-infinity') <= ${sql.placeholder("upTo")}::date
    order by coalesce(s.checked_on + s.every_weeks * 7, '-infinity'), s.name
    limit 200`,
);

type Due = { personId: string; upTo: Day };

/**
 * What it is a person's turn to look at up to a day, the longest due first: what says so, and of the departments they
 * look after what says nobody.
 */
export function listSourcesToCheck({ personId, upTo }: Due): Promise<SourceToCheck[]> {
  return ofPerson({ personId, upTo });
}
