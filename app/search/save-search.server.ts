import { and, count, eq, sql } from "drizzle-orm";
import { recordEvent } from "#app/events/record-event.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { savedSearchLimits, type TellWhen } from "./saved-search.ts";
import { tellSinceFor } from "./tell-since.server.ts";

type Saving = {
  personId: string;
  name: string;
  address: string;
  tell: TellWhen;
  /** Up to where they had looked, when one that was removed comes back. */
  lookedUpTo?: number;
};

type Outcome = { outcome: "saved"; id: string } | { outcome: "too-many" };

/** Keeps a search under a name. The same search saved again is one, with the new name and choice; so pressing twice is pressing once. */
export function saveSearch({ personId, name, address, tell, lookedUpTo }: Saving): Promise<Outcome> {
  return runTransaction(async (tx) => {
    // One after the other for each person, so that none comes past the limit.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("no key update");
    const own = eq(savedSearches.personId, personId);
    const [there] = await tx
      .select({ id: savedSearches.id })
      .from(savedSearches)
      .where(and(own, eq(savedSearches.address, address)));
    if (!there) {
      const [kept] = await tx.select({ number: count() }).from(savedSearches).where(own);
      if (kept && kept.number >= savedSearchLimits.each) return { outcome: "too-many" };
    }
    const id = there?.id ?? newId();
    const latest = sql`(select coalesce(max(${insights.seq}), 0) from ${insights})`;
    await tx
      .insert(savedSearches)
      .values({
        id,
        personId,
        name,
        address,
        tell,
        tellSince: tell === "at-once" ? sql`now()` : null,
        lookedUpTo: lookedUpTo === undefined ? latest : sql`least(${lookedUpTo}::bigint, ${latest})`,
      })
      .onConflictDoUpdate({
        target: [savedSearches.personId, savedSearches.address],
        set: { name, tell, tellSince: tellSinceFor(tell) },
      });
    await recordEvent(tx, { name: "search.saved", actorId: personId, subjectId: id });
    return { outcome: "saved", id };
  });
}
