import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { canConfirm, canUnsupersede } from "./check-policy.ts";
import { isId } from "./insight.ts";
import { lockChecked } from "./lock-checked.server.ts";
import type { JudgedOutcome } from "./lock-insight.server.ts";
import { canRead, isReadWherever } from "./readable.ts";
import type { Turn } from "./turn-insight.server.ts";
import { markForIndexing } from "./write-insight-words.server.ts";

export type SupersedeOutcome =
  | JudgedOutcome
  /** There is no such insight for this person, or it has been replaced itself. */
  | { outcome: "no-such-newer" }
  /** Somebody who may read the older one could not read the newer. */
  | { outcome: "newer-is-for-fewer" };

/** Says which newer insight takes an older one's place: both are kept, and lead to each other. */
export function supersedeInsight({
  person,
  id,
  newerId,
}: Turn & { newerId: string }): Promise<SupersedeOutcome> {
  return runTransaction<SupersedeOutcome>(async (tx) => {
    if (!isId(newerId) || newerId === id) return { outcome: "no-such-newer" };
    const locked = await lockChecked(tx, { ids: [id, newerId], personId: person.id });
    const older = locked.find((one) => one.id === id);
    const newer = locked.find((one) => one.id === newerId);
    if (older?.supersededById === newerId) return { outcome: "already-done" };
    if (!older || !canConfirm(person, older)) return { outcome: "not-possible" };
    const isShown = newer && canRead(person, newer) && !newer.withdrawnAt && !newer.hiddenAt;
    if (!isShown || newer.supersededById) return { outcome: "no-such-newer" };
    if (!isReadWherever(older, newer)) return { outcome: "newer-is-for-fewer" };
    await setNewer(tx, { person, id, newerId, name: "insight.superseded" });
    return { outcome: "done" };
  });
}

/** Takes that back: the older one stands by itself again. */
export function unsupersedeInsight({ person, id }: Turn): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const [older] = await lockChecked(tx, { ids: [id], personId: person.id });
    if (!older || !canUnsupersede(person, older)) return { outcome: "not-possible" };
    await setNewer(tx, { person, id, newerId: null, name: "insight.unsuperseded" });
    return { outcome: "done" };
  });
}

type Setting = { person: Person; id: string; newerId: string | null; name: EventName };

async function setNewer(tx: Tx, { person, id, newerId, name }: Setting): Promise<void> {
  await tx.update(insights).set({ supersededById: newerId }).where(eq(insights.id, id));
  await markForIndexing(tx, id);
  await recordEvent(tx, { name, actorId: person.id, subjectId: id });
}
