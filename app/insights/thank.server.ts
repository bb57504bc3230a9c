import { and, eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { thanks } from "#db/schema/voices.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type JudgedOutcome, lockInsight } from "./lock-insight.server.ts";
import { canThank } from "./talk-policy.ts";
import type { Turn } from "./turn-insight.server.ts";

/** Thanks whoever posted an insight: quiet, and counted nowhere. */
export function thank({ person, id }: Turn): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const insight = await lockInsight(tx, id);
    if (!insight || !canThank(person, insight)) return { outcome: "not-possible" };
    const thanked = await tx
      .insert(thanks)
      .values({ insightId: id, personId: person.id })
      .onConflictDoNothing()
      .returning({ id: thanks.insightId });
    if (thanked.length === 0) return { outcome: "already-done" };
    await recordEvent(tx, { name: "insight.thanked", actorId: person.id, subjectId: id });
    return { outcome: "done" };
  });
}

/** Takes one's thanks back. */
export function unthank({ person, id }: Turn): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const insight = await lockInsight(tx, id);
    if (!insight || !canThank(person, insight)) return { outcome: "not-possible" };
    const taken = await tx
      .delete(thanks)
      .where(and(eq(thanks.insightId, id), eq(thanks.personId, person.id)))
      .returning({ id: thanks.insightId });
    if (taken.length === 0) return { outcome: "already-done" };
    await recordEvent(tx, { name: "insight.unthanked", actorId: person.id, subjectId: id });
    return { outcome: "done" };
  });
}
