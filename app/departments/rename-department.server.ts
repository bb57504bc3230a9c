import { eq } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import type { Person } from "../people/person.ts";
import { lockTree, nameTaken } from "./lock-tree.server.ts";
import { recordStructureChange } from "./record-structure-change.server.ts";
import { refuse, type StructureOutcome } from "./structure-change.ts";

type Renaming = { person: Pick<Person, "id">; slug: string; name: string };

/**
 * Gives a department another name. Its address stays, and its old name goes on finding it. The caller has asked
 * `canKeepStructure`.
 */
export function renameDepartment({ person, slug, name }: Renaming): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const all = await lockTree(tx);
    const own = all.find((one) => one.slug === slug);
    if (!own || own.mergedIntoId) return { outcome: "not-there" };
    if (own.name === name) return { outcome: "done", slug };
    const taken = nameTaken(all, name, own.id);
    if (taken) return refuse("name", taken);
    await tx.update(departments).set({ name }).where(eq(departments.id, own.id));
    const [alias] = await tx
      .insert(departmentAliases)
      .values({ id: newId(), departmentId: own.id, name: own.name, kind: "old-name" })
      .onConflictDoNothing()
      .returning({ id: departmentAliases.id });
    const details = { from: own.name, to: name, alias: alias?.id ?? null };
    await recordStructureChange(tx, { kind: "renamed", departmentId: own.id, details, madeBy: person.id });
    return { outcome: "done", slug };
  });
}
