import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { importProblems, imports } from "#db/schema/imports.server.ts";
import { holdWords } from "../insights/hold-words.server.ts";
import { postInsights, type ReadyInsight } from "../insights/post-insights.server.ts";
import type { ReviewAges } from "../insights/review-age.ts";
import type { Day } from "../settings/calendar.ts";
import { coinTags, tagsOnce } from "../vocabulary/coin-tags.server.ts";
import { type ClaimedImport, stillClaimed } from "./claim-import.server.ts";
import type { RowProblem } from "./find-import.server.ts";

export type SetOfRows = {
  claimed: ClaimedImport;
  /** The rows before this set, and with it. */
  from: number;
  to: number;
  problems: readonly RowProblem[];
};

/**
 * Posts a set and moves the import's checkpoint behind it, both or neither. Undefined when the import has been stopped, or
 * is another's by now, and "changed" when a department or tag of the set has been merged or closed since it was read:
 * nothing was written.
 */
export function postSet(
  set: SetOfRows & { ready: ReadyInsight[]; today: Day; ages: ReviewAges },
): Promise<string[] | "changed" | undefined> {
  const { claimed, ready, today, ages } = set;
  return runTransaction(async (tx) => {
    if (!(await isOurs(tx, set))) return undefined;
    if (!(await holdWords(tx, { words: wordsOf(ready) }))) return "changed";
    const actorId = claimed.personId;
    const ids = await postInsights(tx, {
      ready: await withTags(tx, ready, actorId),
      actorId,
      source: "import",
      importId: claimed.id,
      today,
      ages,
    });
    await moveOn(tx, set, { posted: ids.length, alreadyThere: ready.length - ids.length });
    return ids;
  });
}

/** Each department and tag of a set once. */
function wordsOf(ready: readonly ReadyInsight[]): Parameters<typeof holdWords>[1]["words"] {
  const departments = ready.flatMap(({ words }) => words.departments);
  return {
    departments: [...new Map(departments.map((department) => [department.id, department])).values()],
    tags: tagsOnce(ready.flatMap(({ words }) => words.tags)),
  };
}

/** The same without posting: counts what would be. */
export function countSet(set: SetOfRows & { posted: number; alreadyThere: number }): Promise<boolean> {
  return runTransaction(async (tx) => {
    if (!(await isOurs(tx, set))) return false;
    await moveOn(tx, set, set);
    return true;
  });
}

async function isOurs(tx: Tx, { claimed, from }: SetOfRows): Promise<boolean> {
  const [ours] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(stillClaimed(claimed), eq(imports.rowsRead, from)))
    .for("update");
  return ours !== undefined;
}

async function moveOn(
  tx: Tx,
  { claimed, to, problems }: SetOfRows,
  { posted, alreadyThere }: { posted: number; alreadyThere: number },
): Promise<void> {
  if (problems.length > 0) {
    await tx.insert(importProblems).values(problems.map((problem) => ({ importId: claimed.id, ...problem })));
  }
  await tx
    .update(imports)
    .set({
      rowsRead: to,
      posted: sql`${imports.posted} + ${posted}`,
      alreadyThere: sql`${imports.alreadyThere} + ${alreadyThere}`,
      refused: sql`${imports.refused} + ${problems.length}`,
      aliveAt: sql`now()`,
      changedAt: sql`now()`,
    })
    .where(eq(imports.id, claimed.id));
}

async function withTags(tx: Tx, ready: readonly ReadyInsight[], personId: string): Promise<ReadyInsight[]> {
  const names = [...new Set(ready.flatMap(({ words }) => words.newTags))];
  const coined = new Map((await coinTags(tx, { names, personId })).map((tag) => [tag.name, tag]));
  return ready.map((insight) => {
    const added = insight.words.newTags.flatMap((name) => coined.get(name) ?? []);
    return { ...insight, words: { ...insight.words, tags: tagsOnce(insight.words.tags, added) } };
  });
}
