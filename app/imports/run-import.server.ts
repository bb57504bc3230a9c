import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { isAbsent } from "../files/kept-bytes.server.ts";
import { log } from "../log.server.ts";
import { type ClaimedImport, keepClaim, releaseClaim } from "./claim-import.server.ts";
import { failImport } from "./finish-import.server.ts";
import { runRows } from "./run-rows.server.ts";
import { runUndo } from "./run-undo.server.ts";

export type Running = {
  /** Told which insights changed, a set at a time: the search index follows. Its failure stops nothing. */
  onChanged?: (ids: string[]) => Promise<unknown>;
  onProgress?: (rowsRead: number) => void;
  signal?: AbortSignal;
};

/** `lost`: somebody stopped it or took it up; `interrupted`: we were asked to end, and the next goes on. */
export type RunOutcome = "done" | "failed" | "lost" | "interrupted";

/** Works on a claimed import until it is done, from where it stands. Killed at any moment, the next one goes on. */
export async function runImport(claimed: ClaimedImport, running: Running = {}): Promise<RunOutcome> {
  const claim = keepClaim(claimed);
  try {
    const outcome =
      claimed.state === "undoing" ? await runUndo(claimed, running) : await runRows(claimed, running);
    if (outcome === "interrupted") await releaseClaim(claimed);
    return outcome;
  } catch (error) {
    // It waits where it stands, and goes on when the database is back.
    if (isDatabaseUnavailable(error)) throw error;
    log().error({ err: error, importId: claimed.id }, "an import failed");
    await failImport(claimed, troubleFor(error));
    return "failed";
  } finally {
    claim.stop();
  }
}

function troubleFor(error: unknown): string {
  if (isAbsent(error))
    return "The file is not there any more. Bring it in again: what was posted is not posted twice.";
  return "Something went wrong that is not the file's fault. What was posted stays; check the file again, or undo.";
}
