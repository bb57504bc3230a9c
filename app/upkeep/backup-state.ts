/** One attempt, as it is kept. */
type BackupAttempt = {
  startedAt: Date;
  finishedAt: Date | null;
  fileName: string | null;
  bytes: number | null;
  rows: number | null;
  files: number | null;
  filesMissing: number;
  begunBy: string;
  trouble: string | null;
};

export type BackupState = {
  state: "ok" | "late" | "failed" | "none";
  /** The last that was finished. */
  last: BackupAttempt | undefined;
  /** Why the newest attempt failed, when it did. */
  trouble: string | undefined;
};

/** A night and the time a backup may take. */
const lateAfterMs = 30 * 60 * 60_000;

type Judged = { last: BackupAttempt | undefined; begun: BackupAttempt | undefined; now: Date };

export function judgeBackups({ last, begun, now }: Judged): BackupState {
  const trouble = begun && !begun.finishedAt ? (begun.trouble ?? undefined) : undefined;
  if (trouble) return { state: "failed", last, trouble };
  if (!last) return { state: "none", last, trouble };
  const isLate = now.getTime() - last.startedAt.getTime() > lateAfterMs;
  return { state: isLate ? "late" : "ok", last, trouble };
}
