import { recordEvent } from "#app/events/record-event.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { type OwnSearch, ownSearch } from "./own-search.server.ts";
import type { TellWhen } from "./saved-search.ts";
import { tellSinceFor } from "./tell-since.server.ts";

/** Gives it another name, or another time to be told. False when there is none. */
export function changeSavedSearch({
  name,
  tell,
  ...own
}: OwnSearch & { name: string; tell: TellWhen }): Promise<boolean> {
  return runTransaction(async (tx) => {
    const [changed] = await tx
      .update(savedSearches)
      .set({ ...(name !== "" && { name }), tell, tellSince: tellSinceFor(tell) })
      .where(ownSearch(own))
      .returning({ id: savedSearches.id });
    if (!changed) return false;
    await recordEvent(tx, { name: "search.changed", actorId: own.personId, subjectId: own.id });
    return true;
  });
}
