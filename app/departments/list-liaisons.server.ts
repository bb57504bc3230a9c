import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { LiaisonPart } from "./department.ts";

type Kept = { slug: string; name: string; part: LiaisonPart };

/** Somebody who looks after departments now, or may: those with what they have come first in any list. */
export type Liaison = { handle: string; name: string; mayTake: boolean; departments: Kept[] };

const liaisons = preparedStatement<Liaison>(
  () => sql`select people.handle, people.name, people.disabled_at is null and people.role <> 'assistant' as "mayTake",
      coalesce(json_agg(json_build_object('slug', own.slug, 'name', own.name, 'part', part) order by own.name)
        filter (where own.id is not null), '[]') as departments
    from ${people}
    left join ${departmentLiaisons} on person_id = people.id and until_date is null
    left join ${departments} own on own.id = department_id
    group by people.id
    having count(own.id) > 0 or (people.disabled_at is null and people.role <> 'assistant')
    order by people.name, people.seq`,
);

/** Everybody who looks after something now, leavers too, and everybody who could. */
export function listLiaisons(): Promise<Liaison[]> {
  return liaisons({});
}

const withoutOne = preparedStatement<{ slug: string; name: string }>(
  () => sql`select slug, name from ${departments} own
    where closed_at is null and not exists (select from ${departmentLiaisons}
      where department_id = own.id and until_date is null)
    order by name`,
);

/** Departments nobody looks after. */
export function listWithoutLiaison(): Promise<{ slug: string; name: string }[]> {
  return withoutOne({});
}
