import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import type { Person } from "../people/person.ts";
import { type DepartmentDraft, slugFor } from "./department-draft.ts";
import { lockTree, nameTaken, type TreeEntry } from "./lock-tree.server.ts";
import { recordStructureChange } from "./record-structure-change.server.ts";
import { refuse, type StructureOutcome } from "./structure-change.ts";

/** `id` is the form's own: pressed twice, it adds one department. */
type Adding = { person: Pick<Person, "id">; id: string; draft: DepartmentDraft };

/** Adds a department to the tree. The caller has asked `canKeepStructure`. */
export function addDepartment({ person, id, draft }: Adding): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const all = await lockTree(tx);
    const there = all.find((one) => one.id === id);
    if (there) return { outcome: "done", slug: there.slug };
    const taken = nameTaken(all, draft.name);
    if (taken) return refuse("name", taken);
    const parent = draft.parent === "" ? undefined : openCalled(all, draft.parent);
    if (draft.parent !== "" && !parent) return refuse("parent", "Choose one from the list");
    const slug = await insertDepartment(tx, { all, id, draft, parentId: parent?.id ?? null });
    await recordStructureChange(tx, { kind: "added", departmentId: id, details: {}, madeBy: person.id });
    return { outcome: "done", slug };
  });
}

/** One of these departments by its slug, unless it is closed. */
export function openCalled(all: readonly TreeEntry[], slug: string): TreeEntry | undefined {
  return all.find((one) => one.slug === slug && !one.closed);
}

type Inserting = {
  all: readonly TreeEntry[];
  id: string;
  draft: Pick<DepartmentDraft, "name" | "kind" | "nicknames">;
  parentId: string | null;
  splitFromId?: string;
};

/** Writes a department's rows; its slug. The tree is locked. */
export async function insertDepartment(
  tx: Tx,
  { all, id, draft, parentId, splitFromId }: Inserting,
): Promise<string> {
  const { name, kind, nicknames } = draft;
  const slug = slugFor(name, new Set(all.map((one) => one.slug)));
  await tx.insert(departments).values({ id, slug, name, kind, parentId, splitFromId });
  const aliases = nicknames.map((alias) => ({
    id: newId(),
    departmentId: id,
    name: alias,
    kind: "nickname" as const,
  }));
  if (aliases.length > 0) await tx.insert(departmentAliases).values(aliases);
  return slug;
}
