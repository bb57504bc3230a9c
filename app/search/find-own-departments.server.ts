import { sql } from "drizzle-orm";
import { timePassed } from "#app/events/time-passed.ts";
import type { Person } from "#app/people/person.ts";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";

const keptMilliseconds = 30_000;
const mostKept = 2_000;
const kept = new Map<string, { slugs: Promise<ReadonlySet<string>>; until: number }>();

/** Slugs of the departments this person looks after; kept for half a minute, as they only raise what is found a little. */
export function findOwnDepartments(person: Pick<Person, "id">): Promise<ReadonlySet<string>> {
  const found = kept.get(person.id);
  if (found && found.until > timePassed()) return found.slugs;
  if (kept.size >= mostKept) kept.clear();
  const slugs = read({ personId: person.id }).then((rows) => new Set(rows.map(({ slug }) => slug)));
  kept.set(person.id, { slugs, until: timePassed() + keptMilliseconds });
  slugs.catch(() => kept.delete(person.id));
  return slugs;
}

const read = preparedStatement<{ slug: string }>(
  () => sql`
    select ${departments.slug} as slug
    from ${departmentLiaisons} join ${departments} on ${departments.id} = ${departmentLiaisons.departmentId}
    where ${departmentLiaisons.personId} = ${sql.placeholder("personId")} and ${departmentLiaisons.untilDate} is null`,
);
