import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentSources, sourceChecks } from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";

type Checking = { person: Pick<Person, "id">; id: string; today: Day; found: boolean };

/** Notes that somebody looked at a source today, whoever's turn it was; the slug of its department, if there is one. */
export function checkSource({ person, id, today, found }: Checking): Promise<string | undefined> {
  return runTransaction(async (tx) => {
    const [source] = await tx
      .select({ slug: departments.slug })
      .from(departmentSources)
      .innerJoin(departments, eq(departments.id, departmentSources.departmentId))
      .where(and(eq(departmentSources.id, id), isNull(departmentSources.removedAt)))
      .for("update", { of: departmentSources });
    if (!source) return undefined;
    const already = await tx
      .select({ id: sourceChecks.id })
      .from(sourceChecks)
      .where(
        and(
          eq(sourceChecks.sourceId, id),
          eq(sourceChecks.personId, person.id),
          eq(sourceChecks.checkedOn, today),
          eq(sourceChecks.found, found),
        ),
      );
    if (already.length > 0) return source.slug;
    await tx
      .insert(sourceChecks)
      .values({ id: newId(), sourceId: id, personId: person.id, checkedOn: today, found });
    await tx.update(departmentSources).set({ checkedOn: today }).where(eq(departmentSources.id, id));
    await recordEvent(tx, {
      name: "source.checked",
      actorId: person.id,
      subjectId: id,
      fields: found ? ["found"] : [],
    });
    return source.slug;
  });
}
