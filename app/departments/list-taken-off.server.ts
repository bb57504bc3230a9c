import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import { events } from "#db/schema/events.server.ts";
import { people } from "#db/schema/people.server.ts";

export type TakenOff = { handle: string; name: string; until: string };

const takenOff = preparedStatement<TakenOff>(
  () => sql`select people.handle, people.name, max(until_date) as until
    from ${departmentLiaisons} own join ${people} on people.id = person_id and people.disabled_at is null
    where department_id = ${sql.placeholder("departmentId")}::uuid and until_date > current_date - 60
      and exists (select from ${events} where subject_id = own.id and name = 'liaison.taken-off')
      and not exists (select from ${departmentLiaisons} still
        where still.department_id = own.department_id and still.person_id = own.person_id and still.until_date is null)
    group by people.id order by until desc, people.name`,
);

/** Who was taken off a department in the last two months, and is its liaison no more: they can be put back. */
export function listTakenOff(departmentId: string): Promise<TakenOff[]> {
  return takenOff({ departmentId });
}
