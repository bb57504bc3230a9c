import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { changeSettings } from "../settings/change-settings.server.ts";
import { forgetLibrarySettings } from "../settings/find-library-settings.server.ts";
import { nameLeavers } from "./leaver-names.server.ts";
import type { LeaverName } from "./own-name.ts";

/** Says how those who have left stand beside what they wrote: those who have, and those who will. */
export async function setLeaverNames(given: { actorId: string; leavers: LeaverName }): Promise<void> {
  const { actorId, leavers } = given;
  await runTransaction(async (tx) => {
    await changeSettings(tx, { leavers });
    await nameLeavers(tx, given);
    await recordEvent(tx, {
      name: "library.settings-changed",
      actorId,
      subjectId: null,
      fields: ["leavers"],
    });
  });
  forgetLibrarySettings();
}
