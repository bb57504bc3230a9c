import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { forgetLibrarySettings } from "./find-library-settings.server.ts";
import { type LibrarySettings, librarySettings } from "./library-settings.ts";

/** Sets the settings named, inside the caller's transaction. Throws a ZodError when a value is not one. */
export async function changeSettings(tx: Tx, change: Partial<LibrarySettings>): Promise<void> {
  const values = librarySettings.partial().parse(change);
  const rows = Object.entries(values)
    .filter(([key]) => key in change)
    .map(([key, value]) => ({ key, value }));
  if (rows.length === 0) return;
  await tx
    .insert(settings)
    .values(rows)
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value`, changedAt: sql`now()` } });
  forgetLibrarySettings();
}
