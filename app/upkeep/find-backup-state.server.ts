import { desc, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { backups } from "#db/schema/upkeep.server.ts";
import { type BackupState, judgeBackups } from "./backup-state.ts";

const columns = {
  startedAt: backups.startedAt,
  finishedAt: backups.finishedAt,
  fileName: backups.fileName,
  bytes: backups.bytes,
  rows: backups.rows,
  files: backups.files,
  filesMissing: backups.filesMissing,
  begunBy: backups.begunBy,
  trouble: backups.trouble,
};

/** When a backup was last made, and whether one is overdue or has failed. */
export async function findBackupState(): Promise<BackupState> {
  const newest = db.select(columns).from(backups).orderBy(desc(backups.startedAt)).limit(1);
  const [[last], [begun]] = await Promise.all([
    db
      .select(columns)
      .from(backups)
      .where(isNotNull(backups.finishedAt))
      .orderBy(desc(backups.startedAt))
      .limit(1),
    newest,
  ]);
  return judgeBackups({ last, begun, now: new Date() });
}
