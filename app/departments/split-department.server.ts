import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentChanges } from "#db/schema/department-changes.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { insertDepartment } from "./add-department.server.ts";
import { lockTree, nameTaken } from "./lock-tree.server.ts";
import { recordStructureChange } from "./record-structure-change.server.ts";
import { refuse, type StructureOutcome } from "./structure-change.ts";

type Splitting = {
  person: Pick<Person, "id">;
  slug: string;
  names: readonly string[];
  today: Day;
};

/**
 * Makes several departments of one: of its kind, in its place, looked after by the same people and found by its name.
 * The old one is closed, keeps all that was heard and noted of it, and leads to them. The caller has asked
 * `canKeepStructure`.
 */
export function splitDepartment({ person, slug, names, today }: Splitting): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const all = await lockTree(tx);
    const own = all.find((one) => one.slug === slug);
    if (!own || own.mergedIntoId) return { outcome: "not-there" };
    if (own.closed) return { outcome: (await isSplitInto(tx, own.id, names)) ? "done" : "not-there", slug };
    if (names.length < 2) return refuse("names", "Write at least two names, each on a line of its own");
    if (all.some((one) => one.parentId === own.id && !one.closed))
      return refuse("names", "Others stand beneath it: move them first");
    for (const name of names) {
      const taken = nameTaken(all, name, own.id);
      if (taken) return refuse("names", `${name}: another one has that name`);
    }
    const liaisons = await tx
      .select({ personId: departmentLiaisons.personId, part: departmentLiaisons.part })
      .from(departmentLiaisons)
      .where(and(eq(departmentLiaisons.departmentId, own.id), isNull(departmentLiaisons.untilDate)));
    const known = [...all];
    const parts: string[] = [];
    for (const name of names) {
      const id = newId();
      const draft = { name, kind: own.kind, nicknames: [] };
      const made = await insertDepartment(tx, {
        all: known,
        id,
        draft,
        parentId: own.parentId,
        splitFromId: own.id,
      });
      known.push({ ...own, id, slug: made, name });
      parts.push(id);
      await tx
        .insert(departmentAliases)
        .values({ id: newId(), departmentId: id, name: own.name, kind: "old-name" });
      for (const liaison of liaisons)
        await tx
          .insert(departmentLiaisons)
          .values({ id: newId(), departmentId: id, ...liaison, fromDate: today });
    }
    await tx.update(departments).set({ closedAt: sql`now()` }).where(eq(departments.id, own.id));
    const details = { parts, names: [...names] };
    await recordStructureChange(tx, { kind: "split", departmentId: own.id, details, madeBy: person.id });
    return { outcome: "done", slug };
  });
}

/** Whether these are its parts already: the press before this one made them. */
async function isSplitInto(tx: Tx, id: string, names: readonly string[]): Promise<boolean> {
  const { departmentId, kind, undoneAt, details } = departmentChanges;
  const splits = await tx
    .select({ details })
    .from(departmentChanges)
    .where(and(eq(departmentId, id), eq(kind, "split"), isNull(undoneAt)));
  return splits.some((split) => isDeepStrictEqual(split.details.names, [...names]));
}
