import { asc, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import type { DepartmentKind } from "./department.ts";

export type TreeEntry = {
  id: string;
  slug: string;
  name: string;
  kind: DepartmentKind;
  parentId: string | null;
  closed: boolean;
  mergedIntoId: string | null;
};

/** All departments, held so that the tree changes for one editor at a time. */
export async function lockTree(tx: Tx): Promise<TreeEntry[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('corridor department tree'))`);
  const { id, slug, name, kind, parentId, mergedIntoId } = departments;
  return tx
    .select({
      id,
      slug,
      name,
      kind,
      parentId,
      closed: sql<boolean>`${departments.closedAt} is not null`,
      mergedIntoId,
    })
    .from(departments)
    .orderBy(asc(id))
    .for("update");
}

/** Why a department cannot have this name; undefined when it can. Closed ones keep theirs and are in nobody's way. */
export function nameTaken(all: readonly TreeEntry[], name: string, own?: string): string | undefined {
  const same = name.toLowerCase();
  const other = all.find((one) => one.id !== own && !one.closed && one.name.toLowerCase() === same);
  return other && "Another one has that name";
}

/** A department and all beneath it. */
export function beneath(all: readonly TreeEntry[], id: string): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const one of all) if (one.parentId && found.has(one.parentId)) found.add(one.id);
  }
  return found;
}
