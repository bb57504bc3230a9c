import { findBackupState } from "./find-backup-state.server.ts";

type BackupReadiness = { backup: "ok" | "late" | "failed" | "none"; lastBackup: string | null };

/** What `/health/ready` tells of the last backup. */
export async function backupReadiness(): Promise<BackupReadiness> {
  const { state, last } = await findBackupState();
  return { backup: state, lastBackup: last?.startedAt.toISOString() ?? null };
}
