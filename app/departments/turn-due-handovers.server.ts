import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { beginHandover } from "./begin-handover.server.ts";
import { endHandover } from "./end-handover.server.ts";
import { lockDepartments } from "./lock-departments.server.ts";

const { id, startsOn, endsOn, startedAt, endedAt } = departmentHandovers;

/** Begins handovers whose day has come and ends those whose time is up. Returns how many. */
export async function turnDueHandovers({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  const due = await db
    .select({ id })
    .from(departmentHandovers)
    .where(and(lte(startsOn, today), isNull(startedAt), isNull(endedAt)))
    .orderBy(asc(startsOn), asc(id));
  for (const each of due) {
    signal?.throwIfAborted();
    await begin(each.id);
  }
  const over = await db
    .select({ id })
    .from(departmentHandovers)
    .where(and(isNotNull(startedAt), isNull(endedAt), lte(endsOn, today)))
    .orderBy(asc(endsOn), asc(id));
  for (const each of over) {
    signal?.throwIfAborted();
    await endHandover({ id: each.id, today, actorId: null });
  }
  return due.length + over.length;
}

function begin(handoverId: string): Promise<void> {
  return runTransaction(async (tx) => {
    const isWaiting = and(eq(id, handoverId), isNull(startedAt), isNull(endedAt));
    const [waiting] = await tx.select().from(departmentHandovers).where(isWaiting);
    if (!waiting) return;
    await lockDepartments(tx, [waiting.departmentId]);
    const [handover] = await tx.select().from(departmentHandovers).where(isWaiting);
    if (handover) await beginHandover(tx, { handover, actorId: handover.orderedBy });
  });
}
