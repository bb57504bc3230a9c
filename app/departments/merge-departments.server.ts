import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { openCalled } from "./add-department.server.ts";
import { beneath, lockTree, type TreeEntry } from "./lock-tree.server.ts";
import { takeAlong, takeInsightsAlong } from "./move-what-is-kept.server.ts";
import { recordStructureChange } from "./record-structure-change.server.ts";
import { refuse, type StructureDetails, type StructureOutcome } from "./structure-change.ts";

type Merging = { person: Pick<Person, "id">; slug: string; into: string; today: Day };

/**
 * Makes two departments one: what was heard and noted of the first is the second's, its names find that, its liaisons
 * share it, its address leads there. Nothing is lost, and it can be undone. The caller has asked `canKeepStructure`.
 */
export function mergeDepartments({ person, slug, into, today }: Merging): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const all = await lockTree(tx);
    const own = all.find((one) => one.slug === slug);
    const other = openCalled(all, into);
    // Pressed twice, the two are one all the same.
    if (own?.mergedIntoId && own.mergedIntoId === other?.id) return { outcome: "done", slug: other.slug };
    if (!own || own.mergedIntoId) return { outcome: "not-there" };
    if (!other) return refuse("into", "Choose one from the list");
    if (other.id === own.id) return refuse("into", "Choose another one");
    if (beneath(all, own.id).has(other.id)) return refuse("into", "That stands beneath it: move it first");
    const details: StructureDetails = {
      wasClosed: own.closed ? "yes" : null,
      aliases: await giveNames(tx, { own, other }),
      children: await giveChildren(tx, { own, other }),
      ...(await giveLiaisons(tx, { own, other, today })),
      ...(await takeAlong(tx, { from: own.id, to: other.id })),
    };
    await tx
      .update(departments)
      .set({ mergedIntoId: other.id, closedAt: sql`coalesce(${departments.closedAt}, now())` })
      .where(eq(departments.id, own.id));
    const change = { kind: "merged", departmentId: own.id, otherId: other.id, details } as const;
    const changeId = await recordStructureChange(tx, { ...change, madeBy: person.id });
    await takeInsightsAlong(tx, { changeId, from: own.id, to: other.id });
    return { outcome: "done", slug: other.slug };
  });
}

type Both = { own: TreeEntry; other: TreeEntry };

/** All it was called finds the other from now on; the ids of the names that the other did not have. */
async function giveNames(tx: Tx, { own, other }: Both): Promise<string[]> {
  const { departmentId, name, kind } = departmentAliases;
  const had = await tx.select({ name, kind }).from(departmentAliases).where(eq(departmentId, own.id));
  const names = [{ name: own.name, kind: "old-name" as const }, ...had];
  const rows = names.map((alias) => ({ id: newId(), departmentId: other.id, ...alias }));
  const given = await tx
    .insert(departmentAliases)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: departmentAliases.id });
  return given.map(({ id }) => id);
}

async function giveChildren(tx: Tx, { own, other }: Both): Promise<string[]> {
  const given = await tx
    .update(departments)
    .set({ parentId: other.id })
    .where(eq(departments.parentId, own.id))
    .returning({ id: departments.id });
  return given.map(({ id }) => id);
}

/** Whoever looked after it shares the other; the rows that ended, and those that began. */
async function giveLiaisons(tx: Tx, { own, other, today }: Both & { today: Day }): Promise<StructureDetails> {
  const { departmentId, personId, untilDate } = departmentLiaisons;
  const ended = await tx
    .update(departmentLiaisons)
    .set({ untilDate: sql`greatest(${departmentLiaisons.fromDate}, ${today}::date)` })
    .where(and(eq(departmentId, own.id), isNull(untilDate)))
    .returning({ id: departmentLiaisons.id, personId });
  const there = await tx
    .select({ personId })
    .from(departmentLiaisons)
    .where(and(eq(departmentId, other.id), isNull(untilDate)));
  const known = new Set(there.map((one) => one.personId));
  const rows = ended
    .filter((one) => !known.has(one.personId))
    .map((one) => ({
      id: newId(),
      departmentId: other.id,
      personId: one.personId,
      part: "co-owner" as const,
      fromDate: today,
    }));
  if (rows.length > 0) await tx.insert(departmentLiaisons).values(rows);
  return { liaisonsEnded: ended.map(({ id }) => id), liaisonsBegun: rows.map(({ id }) => id) };
}
