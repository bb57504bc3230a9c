import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { findLibrarySettings, forgetLibrarySettings } from "./find-library-settings.server.ts";
import type { LibraryDraft } from "./library-draft.ts";

/** Sets the library's own settings; the ledger says who changed which. Nothing is recorded when nothing changed. */
export async function setLibrary({
  actorId,
  draft,
}: {
  actorId: string | null;
  draft: LibraryDraft;
}): Promise<void> {
  forgetLibrarySettings();
  const before = await findLibrarySettings();
  const changed = Object.entries(draft).filter(
    ([name, value]) => JSON.stringify(before[name as keyof LibraryDraft]) !== JSON.stringify(value),
  );
  if (changed.length === 0) return;
  await runTransaction(async (tx) => {
    await changeSettings(tx, Object.fromEntries(changed));
    await recordEvent(tx, {
      name: "library.settings-changed",
      actorId,
      subjectId: null,
      fields: changed.map(([name]) => name),
    });
  });
  // What another page read while this was being written is forgotten again.
  forgetLibrarySettings();
}
