import { and, eq, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type JudgedOutcome, lockInsight } from "./lock-insight.server.ts";
import { recountVoices } from "./recount-voices.server.ts";
import { canCorroborate } from "./talk-policy.ts";
import type { Turn } from "./turn-insight.server.ts";
import { markForIndexing } from "./write-insight-words.server.ts";

/** Takes one's voice back: it counts no longer, and its words are shown to nobody. It can be given again. */
export function withdrawCorroboration({ person, id }: Turn): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const insight = await lockInsight(tx, id);
    if (!insight || !canCorroborate(person, insight)) return { outcome: "not-possible" };
    const withdrawn = await tx
      .update(corroborations)
      .set({ withdrawnAt: sql`now()` })
      .where(
        and(
          eq(corroborations.insightId, id),
          eq(corroborations.personId, person.id),
          isNull(corroborations.withdrawnAt),
        ),
      )
      .returning({ id: corroborations.insightId });
    if (withdrawn.length === 0) return { outcome: "already-done" };
    await recountVoices(tx, id);
    await markForIndexing(tx, id);
    await recordEvent(tx, { name: "insight.corroboration-withdrawn", actorId: person.id, subjectId: id });
    return { outcome: "done" };
  });
}
