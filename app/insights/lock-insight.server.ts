import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { isId } from "./insight.ts";
import type { TalkedInsight } from "./talk-policy.ts";

/** How a verb that asks the policy itself, of the locked row, ends. */
export type JudgedOutcome = { outcome: "done" | "already-done" | "not-possible" };

export type LockedInsight = TalkedInsight & { teamId: string; answerCommentId: string | null };

/**
 * The insight as it is at this moment, which stays so until the transaction ends: counts kept in its row follow one
 * another, and who may read it is judged by what holds when something is added. Undefined for one there is not.
 */
export async function lockInsight(tx: Tx, id: string): Promise<LockedInsight | undefined> {
  if (!isId(id)) return undefined;
  const [locked] = await tx
    .select({
      kind: insights.kind,
      visibility: insights.visibility,
      teamId: insights.teamId,
      authorId: insights.authorId,
      withdrawnAt: insights.withdrawnAt,
      hiddenAt: insights.hiddenAt,
      answeredAt: insights.answeredAt,
      answerCommentId: insights.answerCommentId,
    })
    .from(insights)
    .where(eq(insights.id, id))
    .for("no key update");
  return locked;
}
