const words: Record<string, string> = {
  ENOSPC: "The disk is full.",
  EDQUOT: "The disk is full.",
  EACCES: "The folder may not be written to.",
  EPERM: "The folder may not be written to.",
  EROFS: "The folder is on a disk that is read-only.",
  ENOENT: "The folder is not there.",
  ABORT_ERR: "It was stopped.",
};

/** Why a backup failed, in words an administrator can act on; never a statement or a value. */
export function describeFailure(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return (
    words[code] ?? `It broke off (${code || (error instanceof Error ? error.name : "unknown")}): see the log.`
  );
}
