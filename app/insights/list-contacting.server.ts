import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentProfiles } from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import type { DepartmentName } from "../departments/department.ts";
import type { Contacting } from "../departments/rhythm.ts";
import type { Person } from "../people/person.ts";
import { lastContactOf } from "./last-contact.server.ts";
import { readableByReader, readableInSql, readerValues } from "./readable.server.ts";
import { allStaffRule } from "./readable.ts";

export type DepartmentContacting = DepartmentName & Contacting;

function contacting(readable: () => SQL) {
  return preparedStatement<DepartmentContacting>(
    () => sql`select ${departments.id}, ${departments.slug}, ${departments.name}, ${departmentProfiles.rhythm},
        ${lastContactOf(sql`${departments.id}`, readable())}::text as "lastContact"
      from ${departments}
      left join ${departmentProfiles} on ${departmentProfiles.departmentId} = ${departments.id}
      where ${departments.closedAt} is null
      order by ${departments.name}`,
  );
}

const forReader = contacting(() => readableByReader());
const forAllStaff = contacting(() => readableInSql(allStaffRule));

/** Every open department with its wanted rhythm and its last contact, as far as this person may read. */
export function listContacting({
  person,
}: {
  person: Pick<Person, "id" | "team">;
}): Promise<DepartmentContacting[]> {
  return forReader(readerValues(person));
}

/** The same from all-staff insights alone: what a weekly issue, its mails and feeds may say. */
export function listStaffContacting(): Promise<DepartmentContacting[]> {
  return forAllStaff({});
}
