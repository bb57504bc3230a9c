/** Runs `work` while no other process holds the same lock file. A lock whose holder has died is taken over. */
export declare function withFileLock<T>(
  path: string,
  work: () => Promise<T> | T,
  options?: { onWait?: (holderPid: number | undefined) => void },
): Promise<T>;
