import { z } from "zod";

/** What the first entry of every backup is called, and what it says it is. */
export const headName = "corridor-backup.json";
export const backupFormat = "corridor-backup";

/** Raised when an older Corridor could not read what this one writes. */
export const formatVersion = 1;

/** The last entry: without it the file is half. */
export const endName = "end.json";

const table = z.object({
  name: z.string(),
  /** In the order in which its rows give them. */
  columns: z.array(z.string()),
  rows: z.number(),
});

const migration = z.object({ hash: z.string(), createdAt: z.number() });

/** What a backup says of itself before anything else. */
export const backupHead = z.object({
  format: z.literal(backupFormat),
  version: z.number(),
  madeAt: z.string(),
  corridor: z.string(),
  library: z.string(),
  /** Which schema the rows are in. */
  migrations: z.array(migration),
  tables: z.array(table),
  /** The process's settings that were not the usual ones, secrets left out. */
  settings: z.record(z.string(), z.string()),
});

/** What a backup says of itself after everything else. */
export const backupEnd = z.object({
  entries: z.number(),
  /** Of every entry's name, size and digest, in their order. */
  chain: z.string(),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.number(),
  filesMissing: z.array(z.string()),
  jobs: z.number(),
});

export type BackupTable = z.infer<typeof table>;
export type BackupHead = z.infer<typeof backupHead>;
export type BackupEnd = z.infer<typeof backupEnd>;

/** Tables whose rows are in no backup, each with the reason. A table that is not named here is kept. */
export const leftOut: Record<string, string> = {
  sessions: "who was signed in signs in again: a session ended since the backup must not come back to life",
  person_links: "a link for one use may have been used since: whoever waits for one is sent another",
  search_keys: "keys of the search engine: minted anew, and a file that travels should not hold them",
  rate_limits: "counts of the last minutes",
  change_marks: "what another database's transactions changed",
};

/** Why a backup cannot be used, in words for whoever wanted to. */
export class UnusableBackup extends Error {}
