import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type JudgedOutcome, lockInsight } from "./lock-insight.server.ts";
import { canSettle } from "./talk-policy.ts";
import type { Turn } from "./turn-insight.server.ts";

/** Whoever asked, or an editor, opens an answered question again; what answered it stays where it stands. */
export function reopenQuestion({ person, id }: Turn): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const question = await lockInsight(tx, id);
    if (!question || !canSettle(person, question)) return { outcome: "not-possible" };
    if (!question.answeredAt) return { outcome: "already-done" };
    await reopen(tx, { person, id });
    return { outcome: "done" };
  });
}

/** Opens a question again. The caller holds its row's lock. */
export async function reopen(tx: Tx, { person, id }: Turn): Promise<void> {
  await tx.update(insights).set({ answeredAt: null, answerCommentId: null }).where(eq(insights.id, id));
  await recordEvent(tx, { name: "question.reopened", actorId: person.id, subjectId: id });
}
