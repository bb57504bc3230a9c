import { toldOfChanges } from "./look-for-changes.server.ts";
import { timePassed } from "./time-passed.ts";

/** When something was begun to be read: it holds all that happened before. */
export type ReadAt = { number: number; at: number };

/** As a session's look-up tells it: since which number nothing has changed; undefined when something has. */
export type UnchangedSince = Promise<number | undefined>;

// Marks of change are swept after an hour: what is older than that might not be told of one.
const longestMilliseconds = 10 * 60_000;

export function readFromNow(): ReadAt {
  return { number: toldOfChanges().number, at: timePassed() };
}

/** Whether what was read then is what would be read as its asker's session was looked up. */
export async function standsUnchanged(
  { number, at }: ReadAt,
  unchangedSince: UnchangedSince | undefined,
): Promise<boolean> {
  if (!unchangedSince || timePassed() - at > longestMilliseconds) return false;
  const since = await unchangedSince.catch(() => undefined);
  return since !== undefined && since <= number;
}
