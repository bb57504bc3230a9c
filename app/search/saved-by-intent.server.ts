import type { Person } from "#app/people/person.ts";
import { changeSavedSearch } from "./change-saved-search.server.ts";
import { openSavedSearch } from "./open-saved-search.server.ts";
import { removeSavedSearch } from "./remove-saved-search.server.ts";
import { saveSearch } from "./save-search.server.ts";
import {
  addressToSave,
  canBeSaved,
  openedAddress,
  type RemovedSearch,
  readSavedName,
  readTellWhen,
  savedRequest,
} from "./saved-search.ts";

/** What was done about a saved search; `unknown` when it is none of this person's, `unread` when the form makes no sense. */
type Done =
  | { outcome: "opened"; address: string }
  | { outcome: "changed" }
  | { outcome: "removed"; removed: RemovedSearch }
  | { outcome: "too-many" | "unknown" | "unread" };

type Sent = { person: Person; intent: string | undefined; sent: (name: string) => string | undefined };

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the list of one's saved searches is asked to do. */
export async function savedByIntent({ person, intent, sent }: Sent): Promise<Done> {
  const personId = person.id;
  if (intent === "bring-back") return bringBack(personId, sent);
  const id = sent("id") ?? "";
  if (!idShape.test(id)) return { outcome: "unread" };
  switch (intent) {
    case "open": {
      const opened = await openSavedSearch({ personId, id });
      return opened ? { outcome: "opened", address: openedAddress(opened) } : { outcome: "unknown" };
    }
    case "change": {
      const name = readSavedName(sent("name"));
      const changed = await changeSavedSearch({ personId, id, name, tell: readTellWhen(sent("tell")) });
      return { outcome: changed ? "changed" : "unknown" };
    }
    case "remove": {
      const removed = await removeSavedSearch({ personId, id });
      return removed ? { outcome: "removed", removed } : { outcome: "unknown" };
    }
    default:
      return { outcome: "unread" };
  }
}

/** The form holds what was removed: it is read as if somebody had made it up. */
async function bringBack(personId: string, sent: Sent["sent"]): Promise<Done> {
  const written = sent("address") ?? "";
  const request = written.startsWith("/search?") ? savedRequest(written) : undefined;
  if (!request || !canBeSaved(request)) return { outcome: "unread" };
  const { outcome } = await saveSearch({
    personId,
    name: readSavedName(sent("name")) || "Saved search",
    address: addressToSave(request),
    tell: readTellWhen(sent("tell")),
    lookedUpTo: /^\d{1,15}$/.test(sent("lookedUpTo") ?? "") ? Number(sent("lookedUpTo")) : undefined,
  });
  return { outcome: outcome === "saved" ? "changed" : outcome };
}
