import { eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import type { Person } from "../people/person.ts";
import { openCalled } from "./add-department.server.ts";
import type { DepartmentKind } from "./department.ts";
import { beneath, lockTree } from "./lock-tree.server.ts";
import { recordStructureChange } from "./record-structure-change.server.ts";
import { refuse, type StructureOutcome } from "./structure-change.ts";

/** `parent` is the slug of the one above, empty for the top. */
type Moving = { person: Pick<Person, "id">; slug: string; parent: string; kind: DepartmentKind };

/** Puts a department elsewhere in the tree, with all beneath it, and says what kind it is. The caller has asked `canKeepStructure`. */
export function moveDepartment({ person, slug, parent, kind }: Moving): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const all = await lockTree(tx);
    const own = all.find((one) => one.slug === slug);
    if (!own || own.mergedIntoId) return { outcome: "not-there" };
    const above = parent === "" ? undefined : openCalled(all, parent);
    if (parent !== "" && !above) return refuse("parent", "Choose one from the list");
    if (above && beneath(all, own.id).has(above.id))
      return refuse("parent", "That stands beneath it already");
    const parentId = above?.id ?? null;
    if (parentId === own.parentId && kind === own.kind) return { outcome: "done", slug };
    await tx.update(departments).set({ parentId, kind }).where(eq(departments.id, own.id));
    const details = { from: own.parentId, to: parentId, kindBefore: own.kind, kind };
    await recordStructureChange(tx, { kind: "moved", departmentId: own.id, details, madeBy: person.id });
    return { outcome: "done", slug };
  });
}
