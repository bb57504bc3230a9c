import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { PersonName } from "../people/person.ts";
import type { AliasKind, DepartmentKind, DepartmentName, LiaisonPart } from "./department.ts";

export type DepartmentProfile = DepartmentName & {
  kind: DepartmentKind;
  closed: boolean;
  /** Where it went: its own page leads there. */
  mergedInto: DepartmentName | null;
  splitFrom: DepartmentName | null;
  /** What was split from it. */
  parts: DepartmentName[];
  parent: DepartmentName | null;
  children: DepartmentName[];
  aliases: { name: string; kind: AliasKind }[];
  liaisons: (PersonName & { part: LiaisonPart; since: string })[];
};

const named = (where: ReturnType<typeof sql>) =>
  sql`(select json_build_object('id', id, 'slug', slug, 'name', name) from ${departments} where ${where})`;
const allNamed = (where: ReturnType<typeof sql>) =>
  sql`(select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name) order by name), '[]')
    from ${departments} where ${where})`;

/** The columns of a department's own page, of the one called `own`. */
export const departmentColumns =
  () => sql`own.id, own.slug, own.name, own.kind, own.closed_at is not null as closed,
    ${named(sql`id = own.parent_id`)} as parent,
    ${named(sql`id = own.merged_into_id`)} as "mergedInto",
    ${named(sql`id = own.split_from_id`)} as "splitFrom",
    ${allNamed(sql`split_from_id = own.id`)} as parts,
    ${allNamed(sql`parent_id = own.id and closed_at is null`)} as children,
    (select coalesce(json_agg(json_build_object('name', name, 'kind', kind) order by name), '[]')
      from ${departmentAliases} where department_id = own.id) as aliases,
    (select coalesce(json_agg(json_build_object('handle', handle, 'name', name, 'jobTitle', job_title, 'part', part,
        'since', from_date) order by part, name), '[]')
      from ${departmentLiaisons} join ${people} on people.id = person_id
      where department_id = own.id and until_date is null) as liaisons`;

const profile = preparedStatement<DepartmentProfile>(
  () =>
    sql`select ${departmentColumns()} from ${departments} own where own.slug = ${sql.placeholder("slug")}`,
);

/** Whether a department can be called so in an address. What none can be is not asked for: PostgreSQL refuses some of it with an error. */
export function isSlug(slug: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(slug);
}

/** A department's own page: where it stands, what it is called, who looks after it today. */
export async function findDepartment(slug: string): Promise<DepartmentProfile | undefined> {
  if (!isSlug(slug)) return undefined;
  const [department] = await profile({ slug });
  return department;
}
