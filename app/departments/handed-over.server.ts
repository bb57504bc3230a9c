import { type SQL, sql } from "drizzle-orm";
import { departments } from "#db/schema/departments.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Day } from "../settings/calendar.ts";
import type { HandoverState } from "./handover.ts";

/** Whether a handover called `handover` has begun and is over. */
export const handoverState: SQL = sql`case when handover.ended_at is not null then 'over'
  when handover.started_at is not null then 'running' else 'planned' end`;

/** A handover as others tell of it. */
export type ToldHandover = {
  slug: string;
  name: string;
  from: string;
  startsOn: Day;
  endsOn: Day | null;
  state: HandoverState;
};

/** The same of one by its id, inside another statement. */
export function handedOverOf(handoverId: SQL): SQL {
  return sql`(select json_build_object('slug', own.slug, 'name', own.name, 'from', giving.name,
      'startsOn', handover.starts_on, 'endsOn', handover.ends_on, 'state', ${handoverState})
    from ${departmentHandovers} handover
    join ${departments} own on own.id = handover.department_id
    join ${people} giving on giving.id = handover.from_person_id
    where handover.id = ${handoverId})`;
}
