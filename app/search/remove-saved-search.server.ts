import { recordEvent } from "#app/events/record-event.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { type OwnSearch, ownSearch } from "./own-search.server.ts";
import { type RemovedSearch, readTellWhen } from "./saved-search.ts";

/** Removes it at once, and answers with all that is needed to bring it back; undefined when it is gone already. */
export function removeSavedSearch(own: OwnSearch): Promise<RemovedSearch | undefined> {
  return runTransaction(async (tx) => {
    const { name, address, tell, lookedUpTo } = savedSearches;
    const [removed] = await tx
      .delete(savedSearches)
      .where(ownSearch(own))
      .returning({ name, address, tell, lookedUpTo });
    if (!removed) return undefined;
    await recordEvent(tx, { name: "search.removed", actorId: own.personId, subjectId: own.id });
    return { ...removed, tell: readTellWhen(removed.tell) };
  });
}
