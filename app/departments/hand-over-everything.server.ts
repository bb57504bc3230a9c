import { eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { type HandedOver, handOverDepartments } from "./hand-over-departments.server.ts";

type HandingOver = { actorId: string; fromId: string; toHandle: string; today: Day };

/** All that somebody looks after passes to a colleague today and for good, as when they leave. */
export function handOverEverything({ actorId, fromId, toHandle, today }: HandingOver): Promise<HandedOver> {
  return runTransaction<HandedOver>(async (tx) => {
    const [to] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, toHandle));
    if (!to) return { outcome: "refused", problems: { to: "Choose a colleague from the list" } };
    const handing = { from: fromId, to: to.id, startsOn: today, today, actorId };
    const handed = await handOverDepartments(tx, handing);
    if (handed.outcome === "handed-over") {
      for (const subjectId of [fromId, to.id]) {
        await recordEvent(tx, { name: "departments.handed-over", actorId, subjectId });
      }
    }
    return handed;
  });
}
