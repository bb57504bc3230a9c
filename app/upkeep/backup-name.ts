const named = /^corridor-\d{8}T\d{6}Z(-\d+)?\.corridor-backup$/;

/** What a backup made at this moment is called: sorted by name, they are sorted by time. */
export function backupName(at: Date): string {
  const moment = at.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return `corridor-${moment}.corridor-backup`;
}

/** A backup of ours that is finished: nothing else in its folder is ever taken away. */
export function isBackupName(name: string): boolean {
  return named.test(name);
}

/** What a backup is called while it is being written. */
export function unfinished(name: string): string {
  return `${name}.part`;
}
