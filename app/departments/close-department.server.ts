import { eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import type { Person } from "../people/person.ts";
import { lockTree, nameTaken } from "./lock-tree.server.ts";
import { recordStructureChange } from "./record-structure-change.server.ts";
import { refuse, type StructureOutcome } from "./structure-change.ts";

type Closing = { person: Pick<Person, "id">; slug: string; closed: boolean };

/**
 * Closes a department, or opens it again. A closed one keeps all it has and is found; nothing more is posted about it.
 * The caller has asked `canKeepStructure`.
 */
export function closeDepartment({ person, slug, closed }: Closing): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const all = await lockTree(tx);
    const own = all.find((one) => one.slug === slug);
    if (!own || own.mergedIntoId) return { outcome: "not-there" };
    if (own.closed === closed) return { outcome: "done", slug };
    const open = all.find((one) => one.parentId === own.id && !one.closed);
    if (closed && open) return refuse("closed", `${open.name} stands beneath it: move or close that first`);
    const taken = closed ? undefined : nameTaken(all, own.name, own.id);
    if (taken) return refuse("closed", taken);
    await tx
      .update(departments)
      .set({ closedAt: closed ? sql`now()` : null })
      .where(eq(departments.id, own.id));
    const kind = closed ? "closed" : "reopened";
    await recordStructureChange(tx, { kind, departmentId: own.id, details: {}, madeBy: person.id });
    return { outcome: "done", slug };
  });
}
