import type { IssueMailing } from "../weekly/find-issue-mailing.server.ts";
import type { BackupState } from "./backup-state.ts";

export type Disk = { of: string; free: number; total: number };
export type FailedJob = { id: string; event: string; failedAt: Date };

export type System = {
  versions: { corridor: string; node: string; postgres: string; engine: string | undefined };
  database: { bytes: number; insights: number; people: number; migratedTo: Date | null };
  /** `unconfirmed`: changes the engine has not confirmed yet; `oldest`: since when the longest of them waits. */
  search: { state: string; indexing: string; unconfirmed: number; oldest: Date | null };
  worker: { seenAt: Date | null };
  mail: { isOn: boolean; waiting: number; failed: number };
  issue: IssueMailing;
  queues: { name: string; waiting: number; active: number; oldest: Date | null }[];
  failed: FailedJob[];
  backup: BackupState & { isScheduled: boolean; hour: number; keep: number };
  disks: Disk[];
};

/** A worker says every minute that it is there. */
const silentAfterMs = 5 * 60_000;
const lagAfterMs = 2 * 60_000;
const overdueAfterMs = 10 * 60_000;
const diskShare = 0.1;

/** What an administrator should see to, in words, the most pressing first; nothing when all is well. */
export function whatIsWrong(system: System, now: Date): string[] {
  const { search, worker, failed, backup, disks, mail, issue } = system;
  const since = (at: Date | null) => (at ? now.getTime() - new Date(at).getTime() : Number.POSITIVE_INFINITY);
  const wrong: (string | false | undefined)[] = [
    since(worker.seenAt) > silentAfterMs &&
      "No worker has been heard of for five minutes: nobody is told anything, and no mail goes.",
    search.state === "down" && "The search engine does not answer: searches are basic.",
    search.state === "key-refused" && "The search engine refuses our key: run migrate with its master key.",
    search.indexing === "disk-full" &&
      "The search engine’s disk is full: searches find what is new in the database, and more slowly.",
    search.state === "ok" &&
      search.indexing !== "disk-full" &&
      search.unconfirmed > 0 &&
      since(search.oldest) > lagAfterMs &&
      "Changes have waited for more than two minutes to be indexed.",
    issue.overdueSince !== null &&
      since(issue.overdueSince) > overdueAfterMs &&
      "The week that was due has not been closed: its issue is late.",
    backup.state === "failed" && `The last backup failed. ${backup.trouble ?? ""}`.trim(),
    backup.state === "late" && "The last backup is more than 30 hours old.",
    backup.state === "none" && "No backup has ever been made.",
    (backup.last?.filesMissing ?? 0) > 0 &&
      `${backup.last?.filesMissing} files could not be read when the last backup was made.`,
    failed.length > 0 &&
      `${failed.length === 1 ? "One job has failed ten times and waits" : `${failed.length} jobs have failed ten times and wait`} to be tried again.`,
    mail.failed > 0 &&
      `${mail.failed === 1 ? "One mail was" : `${mail.failed} mails were`} refused for good.`,
    ...disks.map(
      ({ of, free, total }) => free < total * diskShare && `${of}: less than a tenth of the disk is free.`,
    ),
  ];
  return wrong.filter((one) => typeof one === "string");
}
