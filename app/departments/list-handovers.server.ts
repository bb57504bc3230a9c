import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { departmentHandovers, handoverReadings } from "#db/schema/handovers.server.ts";
import { people } from "#db/schema/people.server.ts";
import { handoverState } from "./handed-over.server.ts";
import type { Handover } from "./handover.ts";

const personOf = (name: "giving" | "taking"): SQL => {
  const one = sql.identifier(name);
  return sql`json_build_object('handle', ${one}.handle, 'name', ${one}.name)`;
};

/** A handover called `handover` with who and what it is about. */
const columns =
  (): SQL => sql`handover.id, json_build_object('slug', own.slug, 'name', own.name) as department,
    ${personOf("giving")} as "from", ${personOf("taking")} as "to", handover.part,
    handover.starts_on::text as "startsOn", handover.ends_on::text as "endsOn", ${handoverState} as state,
    ordering.name as "orderedBy",
    (select coalesce(json_agg(step), '[]') from ${handoverReadings} where handover_id = handover.id) as read`;

const rows = (): SQL => sql`${departmentHandovers} handover
    join ${departments} own on own.id = handover.department_id
    join ${people} giving on giving.id = handover.from_person_id
    join ${people} taking on taking.id = handover.to_person_id
    join ${people} ordering on ordering.id = handover.ordered_by`;

const current = preparedStatement<Handover>(
  () => sql`select ${columns()} from ${rows()}
    where handover.ended_at is null and (handover.started_at is null or handover.ends_on is not null
      or handover.started_at > now() - interval '120 days')
    order by handover.starts_on desc, own.name
    limit 300`,
);

/** What is planned and what goes on, the latest first; what went for good only while it is new. */
export function listHandovers(): Promise<Handover[]> {
  return current({});
}

/** The last handover of a department to a person that is not over, as JSON inside another statement. */
export function ownHandoverOf({ departmentId, personId }: Record<"departmentId" | "personId", SQL>): SQL {
  return sql`(select row_to_json(found) from (select ${columns()} from ${rows()}
    where handover.department_id = ${departmentId} and handover.to_person_id = ${personId} and handover.ended_at is null
    order by handover.starts_on desc, handover.ordered_at desc limit 1) found)`;
}

const own = preparedStatement<{ handover: Handover | null }>(
  () => sql`select ${ownHandoverOf({
    departmentId: sql`wanted.id`,
    personId: sql`${sql.placeholder("personId")}::uuid`,
  })} as handover
    from ${departments} wanted where wanted.slug = ${sql.placeholder("slug")}`,
);

/** The handover by which a person has a department, or is to have it; undefined without one. */
export async function findOwnHandover(asked: {
  personId: string;
  slug: string;
}): Promise<Handover | undefined> {
  const [found] = await own(asked);
  return found?.handover ?? undefined;
}
