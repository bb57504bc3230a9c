import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import type { LastContact } from "../departments/rhythm.ts";
import type { Person } from "../people/person.ts";
import { lastContactWithWay } from "./last-contact.server.ts";
import { readableByReader, readerValues } from "./readable.server.ts";

const ofDepartment = preparedStatement<{ last: LastContact }>(
  () =>
    sql`select ${lastContactWithWay(sql`${sql.placeholder("departmentId")}::uuid`, readableByReader())} as last`,
);

/** The last contact with a department by anybody, as far as this person may read. */
export async function findLastContact(asked: {
  person: Pick<Person, "id" | "team">;
  departmentId: string;
}): Promise<LastContact> {
  const [found] = await ofDepartment({ departmentId: asked.departmentId, ...readerValues(asked.person) });
  return found?.last ?? { day: null, byEnquiry: false };
}
