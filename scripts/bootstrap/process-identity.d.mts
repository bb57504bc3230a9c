/** A token for the process that has this pid now; undefined when no such process lives. */
export declare function processIdentity(pid: number): string | undefined;
