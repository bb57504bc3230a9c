import { and, eq, sql } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentNeeds, services } from "#db/schema/department-entries.server.ts";
import type { Person } from "../people/person.ts";
import { lockDepartment } from "./lock-department.server.ts";
import type { NeedDraft } from "./need.ts";
import { recordRevision } from "./record-revision.server.ts";

type Noting = { person: Pick<Person, "id">; departmentId: string; needs: readonly NeedDraft[] };

export type NotingOutcome =
  | { outcome: "done" | "not-there" }
  /** Services about which somebody else said something meanwhile: nothing is saved. */
  | { outcome: "changed-meanwhile"; services: string[] };

/** Says how a department stands to services, those alone that are said anew. The caller has asked `canKeepProfile`. */
export function noteNeeds(noting: Noting): Promise<NotingOutcome> {
  return note(noting).catch((error: unknown) => {
    if (error instanceof NeedRaced) return noteNeeds(noting);
    throw error;
  });
}

function note({ person, departmentId, needs }: Noting): Promise<NotingOutcome> {
  return runTransaction<NotingOutcome>(async (tx) => {
    if (!(await lockDepartment(tx, departmentId))) return { outcome: "not-there" };
    const known = await tx
      .select({
        serviceId: services.id,
        name: services.name,
        id: departmentNeeds.id,
        state: departmentNeeds.state,
        note: departmentNeeds.note,
        version: sql<number>`coalesce(${departmentNeeds.version}, 0)`,
      })
      .from(services)
      .leftJoin(
        departmentNeeds,
        and(eq(departmentNeeds.serviceId, services.id), eq(departmentNeeds.departmentId, departmentId)),
      );
    const before = new Map(known.map((need) => [need.serviceId, need]));
    const said = needs.flatMap((need) => {
      const was = before.get(need.serviceId);
      const isNew = was && (was.state !== need.state || (was.note ?? "") !== need.note);
      return isNew ? [{ ...need, was }] : [];
    });
    const met = said.filter(({ version, was }) => was.version !== version);
    if (met.length > 0) return { outcome: "changed-meanwhile", services: met.map(({ was }) => was.name) };
    for (const { serviceId, state, note, version, was } of said) {
      const id = was.id ?? newId();
      const row = { state, note, version: version + 1, notedBy: person.id };
      const written = await tx
        .insert(departmentNeeds)
        .values({ id, departmentId, serviceId, ...row })
        .onConflictDoUpdate({
          target: [departmentNeeds.departmentId, departmentNeeds.serviceId],
          set: { ...row, notedAt: sql`now()` },
          setWhere: eq(departmentNeeds.version, version),
        })
        .returning({ id: departmentNeeds.id });
      // Somebody else wrote it between our reading and our writing: the whole is tried again from the start.
      if (written[0]?.id !== id) throw new NeedRaced();
      await recordRevision(tx, {
        event: "department.need-noted",
        departmentId,
        kind: "need",
        subjectId: id,
        version: version + 1,
        fields: { service: was.name, state: state ?? "", note },
        editedBy: person.id,
      });
    }
    return { outcome: "done" };
  });
}

class NeedRaced extends Error {}
