import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentChanges } from "#db/schema/department-changes.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { beneath, lockTree, nameTaken, type TreeEntry } from "./lock-tree.server.ts";
import { giveBack, giveInsightsBack } from "./move-what-is-kept.server.ts";
import { refuse, type StructureChangeKind, type StructureOutcome } from "./structure-change.ts";

type Change = typeof departmentChanges.$inferSelect;
type Undoing = { change: Change; own: TreeEntry; all: readonly TreeEntry[]; readable: SQL };

type Asked = {
  person: Pick<Person, "id">;
  id: string;
  /** Which insights this person may read, a condition on `insights`: a refusal must tell of no other. */
  readable: SQL;
};

/** Undoes what was done to the tree, or says why it cannot be undone (any more). The caller has asked `canKeepStructure`. */
export async function undoStructureChange({ person, id, readable }: Asked): Promise<StructureOutcome> {
  // PostgreSQL refuses what can be no id with an error.
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return { outcome: "not-there" };
  return runTransaction<StructureOutcome>(async (tx) => {
    const all = await lockTree(tx);
    const [change] = await tx.select().from(departmentChanges).where(eq(departmentChanges.id, id));
    const own = all.find((one) => one.id === change?.departmentId);
    if (!change || !own) return { outcome: "not-there" };
    if (change.undoneAt) return { outcome: "done", slug: own.slug };
    if (await hasChangedSince(tx, change))
      return refuse("undo", "Something else was done to it since: undo that first");
    const why = await undoings[change.kind](tx, { change, own, all, readable });
    if (why) return refuse("undo", why);
    await tx
      .update(departmentChanges)
      .set({ undoneAt: sql`now()`, undoneBy: person.id })
      .where(eq(departmentChanges.id, id));
    // Both sides of a merger are told, so that the words of all their insights follow.
    for (const subjectId of [own.id, change.otherId]) {
      if (!subjectId) continue;
      const fields = [change.kind];
      await recordEvent(tx, {
        name: "department.change-undone",
        actorId: person.id,
        subjectId,
        fields,
      });
    }
    return { outcome: "done", slug: own.slug };
  });
}

async function hasChangedSince(tx: Tx, change: Change): Promise<boolean> {
  const [later] = await tx
    .select({ id: departmentChanges.id })
    .from(departmentChanges)
    .where(
      and(
        eq(departmentChanges.departmentId, change.departmentId),
        isNull(departmentChanges.undoneAt),
        sql`${departmentChanges.seq} > ${change.seq}`,
      ),
    )
    .limit(1);
  return later !== undefined;
}

/** Each undoes one kind of change, or says in words why not. */
const undoings: Record<StructureChangeKind, (tx: Tx, undoing: Undoing) => Promise<string | undefined>> = {
  async added(tx, { own, readable }) {
    if (await isAboutAny(tx, [own.id], readable)) return "Something was heard of it since: close it instead";
    await close(tx, [own.id]);
    return undefined;
  },
  async renamed(tx, { change, own, all }) {
    const name = String(change.details.from);
    const taken = nameTaken(all, name, own.id);
    if (taken) return taken;
    await tx.update(departments).set({ name }).where(eq(departments.id, own.id));
    if (change.details.alias) await dropNames(tx, [String(change.details.alias)]);
    return undefined;
  },
  async moved(tx, { change, own, all }) {
    const parentId = change.details.from as string | null;
    const parent = all.find((one) => one.id === parentId);
    if (parentId && (!parent || parent.closed)) return "Where it stood before is closed";
    if (parentId && beneath(all, own.id).has(parentId)) return "Where it stood before stands beneath it now";
    const kind = (change.details.kindBefore ?? own.kind) as TreeEntry["kind"];
    await tx.update(departments).set({ parentId, kind }).where(eq(departments.id, own.id));
    return undefined;
  },
  async closed(tx, { own, all }) {
    const taken = nameTaken(all, own.name, own.id);
    if (!taken) await open(tx, own.id);
    return taken;
  },
  async reopened(tx, { own }) {
    await close(tx, [own.id]);
    return undefined;
  },
  async split(tx, { change, own, all, readable }) {
    const parts = [...((change.details.parts ?? []) as readonly string[])];
    if (await isAboutAny(tx, parts, readable)) return "Something was heard of its parts since";
    const taken = nameTaken(
      all.filter(({ id }) => !parts.includes(id)),
      own.name,
      own.id,
    );
    if (taken) return taken;
    await close(tx, parts);
    await open(tx, own.id);
    return undefined;
  },
  async merged(tx, { change, own, all }) {
    const other = all.find((one) => one.id === change.otherId);
    if (!other || other.mergedIntoId) return "The other has gone into yet another since: undo that first";
    const wasClosed = change.details.wasClosed === "yes";
    const taken = wasClosed ? undefined : nameTaken(all, own.name, own.id);
    if (taken) return taken;
    const going = { from: own.id, to: other.id };
    const ids = (name: string) => [...((change.details[name] ?? []) as readonly string[])];
    await giveInsightsBack(tx, { changeId: change.id, ...going });
    await giveBack(tx, change.details, going);
    await dropNames(tx, ids("aliases"));
    if (ids("children").length > 0) {
      const still = and(inArray(departments.id, ids("children")), eq(departments.parentId, other.id));
      await tx.update(departments).set({ parentId: own.id }).where(still);
    }
    await turnLiaisons(tx, { begin: ids("liaisonsEnded"), end: ids("liaisonsBegun") });
    await tx.update(departments).set({ mergedIntoId: null }).where(eq(departments.id, own.id));
    if (!wasClosed) await open(tx, own.id);
    return undefined;
  },
};

async function turnLiaisons(tx: Tx, { begin, end }: { begin: string[]; end: string[] }): Promise<void> {
  if (end.length > 0) await tx.delete(departmentLiaisons).where(inArray(departmentLiaisons.id, end));
  if (begin.length === 0) return;
  await tx.update(departmentLiaisons).set({ untilDate: null }).where(inArray(departmentLiaisons.id, begin));
}

/** What else was heard stays with what is closed: such a department keeps all it has. */
async function isAboutAny(tx: Tx, ids: readonly string[], readable: SQL): Promise<boolean> {
  if (ids.length === 0) return false;
  const [one] = await tx
    .select({ id: insightDepartments.insightId })
    .from(insightDepartments)
    .innerJoin(insights, eq(insights.id, insightDepartments.insightId))
    .where(and(inArray(insightDepartments.departmentId, [...ids]), readable))
    .limit(1);
  return one !== undefined;
}

async function close(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(departments).set({ closedAt: sql`now()` }).where(inArray(departments.id, ids));
}

async function open(tx: Tx, id: string): Promise<void> {
  await tx.update(departments).set({ closedAt: null }).where(eq(departments.id, id));
}

async function dropNames(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(departmentAliases).where(inArray(departmentAliases.id, ids));
}
