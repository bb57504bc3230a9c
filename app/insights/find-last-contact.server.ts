import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { lastContactOf } from "./last-contact.server.ts";
import { readableByReader, readerValues } from "./readable.server.ts";

const ofDepartment = preparedStatement<{ day: Day | null }>(
  () =>
    sql`select ${lastContactOf(sql`${sql.placeholder("departmentId")}::uuid`, readableByReader())}::text as day`,
);

/** The last day anybody heard anything of a department, as far as this person may read. */
export async function findLastContact(asked: {
  person: Pick<Person, "id" | "team">;
  departmentId: string;
}): Promise<Day | null> {
  const [last] = await ofDepartment({ departmentId: asked.departmentId, ...readerValues(asked.person) });
  return last?.day ?? null;
}
