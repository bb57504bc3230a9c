import { desc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { backups } from "#db/schema/upkeep.server.ts";
import { env } from "../env.server.ts";
import { log } from "../log.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { backUp } from "./back-up.server.ts";
import { lastTimeAt } from "./backup-hour.ts";
import { dropOldBackups } from "./drop-old-backups.server.ts";
import { findBackupState } from "./find-backup-state.server.ts";

const milliseconds = { look: 60_000, betweenTries: 30 * 60_000 } as const;

/**
 * Makes a backup every night while this process lives, when BACKUP_DIR names a folder. What was missed, because no
 * worker ran at the hour or it failed, is made up for; several workers make one between them.
 */
export function keepBackups({ lookEveryMs = milliseconds.look }: { lookEveryMs?: number } = {}): {
  stop(): Promise<void>;
} {
  const { BACKUP_DIR: folder, BACKUP_KEEP: keep } = env();
  if (!folder) return { stop: async () => {} };
  const ending = new AbortController();
  const { signal } = ending;
  let timer: NodeJS.Timeout | undefined;
  let looking = look(folder);

  async function look(into: string): Promise<void> {
    try {
      if (await isWanted()) {
        const done = await backUp({ folder: into, begunBy: "worker", signal, stillWanted: isWanted });
        if (done.outcome === "done") {
          const dropped = await dropOldBackups({ folder: into, keep });
          log().info({ ...done.made, dropped }, "a backup was made");
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isDatabaseUnavailable(error)) log().warn("the backup waits for the database");
      else log().error({ err: error }, "a backup could not be made");
    }
    if (signal.aborted) return;
    timer = setTimeout(() => {
      looking = look(into);
    }, lookEveryMs);
  }

  return {
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}

/** Whether none has been finished since the last time it was the hour, and the last try is a while ago. */
async function isWanted(): Promise<boolean> {
  const { timeZone } = await findLibrarySettings();
  const now = new Date();
  const due = lastTimeAt({ hour: env().BACKUP_HOUR, timeZone }, now);
  const { last } = await findBackupState();
  if (last && last.startedAt >= due) return false;
  const [tried] = await db
    .select({ at: backups.startedAt })
    .from(backups)
    .orderBy(desc(backups.startedAt))
    .limit(1);
  const isFresh =
    tried && tried.at.getTime() > Math.max(now.getTime() - milliseconds.betweenTries, due.getTime());
  return !isFresh;
}
