import { type SQL, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { markForIndexing } from "./write-insight-words.server.ts";

export type Turn = { person: Person; id: string };
export type TurnOutcome = { outcome: "done" | "already-done" };

type Turning = Turn & {
  /** Which state it must be in for the turn to be one. */
  where: SQL | undefined;
  set: Partial<Record<"withdrawnAt" | "hiddenAt" | "hiddenBy" | "hiddenReason", SQL | string | null>>;
  name: EventName;
};

/** Turns an insight from one state to another, once however often it is asked, with its ledger entry. */
export function turnInsight({ person, id, where, set, name }: Turning): Promise<TurnOutcome> {
  return runTransaction<TurnOutcome>(async (tx) => {
    const turned = await tx
      .update(insights)
      .set(set as Record<string, SQL>)
      .where(where)
      .returning({ id: insights.id });
    if (turned.length === 0) return { outcome: "already-done" };
    await markForIndexing(tx, id);
    await recordEvent(tx, { name, actorId: person.id, subjectId: id, fields: Object.keys(set) });
    return { outcome: "done" };
  });
}

/** The database's clock, for a state that begins now. */
export const now: SQL = sql`now()`;
