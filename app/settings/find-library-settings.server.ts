import { db } from "#db/client.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { timePassed } from "../events/time-passed.ts";
import { log } from "../log.server.ts";
import { type LibrarySettings, readSettings } from "./library-settings.ts";

// Read on every page and changed once a year: other processes hear of a change within this time.
const keptMilliseconds = 5_000;
let kept: { at: number; value: LibrarySettings } | undefined;

/** The library's settings, defaults filled in, at most five seconds old. */
export async function findLibrarySettings(): Promise<LibrarySettings> {
  if (kept && timePassed() - kept.at < keptMilliseconds) return kept.value;
  const rows = await db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .prepare("settings")
    .execute();
  const { value, wrong } = readSettings(Object.fromEntries(rows.map((row) => [row.key, row.value])));
  if (wrong.length > 0)
    log().error({ settings: wrong }, "settings that cannot be read have their usual value");
  kept = { at: timePassed(), value };
  return value;
}

/** Makes the next read fresh in this process. */
export function forgetLibrarySettings(): void {
  kept = undefined;
}
