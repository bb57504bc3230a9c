import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { PersonName } from "../people/person.ts";
import type { AliasKind, DepartmentKind, DepartmentName, LiaisonPart } from "./department.ts";

export type DepartmentProfile = DepartmentName & {
  kind: DepartmentKind;
  closed: boolean;
  parent: DepartmentName | null;
  children: DepartmentName[];
  aliases: { name: string; kind: AliasKind }[];
  liaisons: (PersonName & { part: LiaisonPart; since: string })[];
};

/** A department's own page: where it stands, what it is called, who looks after it today. */
export async function findDepartment(slug: string): Promise<DepartmentProfile | undefined> {
  // What no department can be called is not asked for: PostgreSQL refuses some of it with an error.
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  const parent = alias(departments, "parent");
  const [row] = await db
    .select({
      id: departments.id,
      slug: departments.slug,
      name: departments.name,
      kind: departments.kind,
      closedAt: departments.closedAt,
      parent: { id: parent.id, slug: parent.slug, name: parent.name },
    })
    .from(departments)
    .leftJoin(parent, eq(parent.id, departments.parentId))
    .where(eq(departments.slug, slug))
    .prepare("department")
    .execute();
  if (!row) return undefined;
  const [children, aliases, liaisons] = await Promise.all([
    listChildren(row.id),
    listAliases(row.id),
    listLiaisons(row.id),
  ]);
  const { closedAt, ...department } = row;
  return { ...department, closed: closedAt !== null, children, aliases, liaisons };
}

function listChildren(departmentId: string): Promise<DepartmentName[]> {
  return db
    .select({ id: departments.id, slug: departments.slug, name: departments.name })
    .from(departments)
    .where(eq(departments.parentId, departmentId))
    .orderBy(asc(departments.name))
    .prepare("departments below")
    .execute();
}

function listAliases(departmentId: string): Promise<DepartmentProfile["aliases"]> {
  return db
    .select({ name: departmentAliases.name, kind: departmentAliases.kind })
    .from(departmentAliases)
    .where(eq(departmentAliases.departmentId, departmentId))
    .orderBy(asc(departmentAliases.name))
    .prepare("department aliases")
    .execute();
}

function listLiaisons(departmentId: string): Promise<DepartmentProfile["liaisons"]> {
  return db
    .select({
      handle: people.handle,
      name: people.name,
      jobTitle: people.jobTitle,
      part: departmentLiaisons.part,
      since: departmentLiaisons.fromDate,
    })
    .from(departmentLiaisons)
    .innerJoin(people, eq(people.id, departmentLiaisons.personId))
    .where(and(eq(departmentLiaisons.departmentId, departmentId), isNull(departmentLiaisons.untilDate)))
    .orderBy(asc(departmentLiaisons.part), asc(people.name))
    .prepare("department liaisons")
    .execute();
}
