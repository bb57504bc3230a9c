import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { enquiries } from "#db/schema/enquiries.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isId } from "../insights/insight.ts";
import type { Person } from "../people/person.ts";
import { canWithdraw } from "./policy.ts";

type Turning = { person: Person; id: string; withdrawn: boolean };

/** Takes a count back, or puts it back; asked twice it is done once. False when there is none, or none of theirs. */
export async function withdrawEnquiry({ person, id, withdrawn }: Turning): Promise<boolean> {
  if (!isId(id)) return false;
  return runTransaction(async (tx) => {
    const [found] = await tx
      .select({ loggedBy: enquiries.loggedBy })
      .from(enquiries)
      .where(eq(enquiries.id, id))
      .for("update");
    if (!found || !canWithdraw(person, found)) return false;
    const turned = await tx
      .update(enquiries)
      .set({ withdrawnAt: withdrawn ? sql`now()` : null })
      .where(
        and(
          eq(enquiries.id, id),
          withdrawn ? isNull(enquiries.withdrawnAt) : isNotNull(enquiries.withdrawnAt),
        ),
      )
      .returning({ id: enquiries.id });
    const name = withdrawn ? "enquiry.withdrawn" : "enquiry.restored";
    if (turned.length > 0) await recordEvent(tx, { name, actorId: person.id, subjectId: id });
    return true;
  });
}
