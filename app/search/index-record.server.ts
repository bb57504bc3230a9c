import { eq, sql } from "drizzle-orm";
import { env } from "#app/env.server.ts";
import { type Db, db, type Tx } from "#db/client.server.ts";
import { settings } from "#db/schema/settings.server.ts";

/** What PostgreSQL knows of the engine's index: an index that is not the one recorded is not trusted. */
export type IndexRecord = {
  /** `ready` while the recorded index serves searches, be it that another is being built beside it. */
  status: "ready" | "rebuilding";
  /** When the engine made the index that is known to be whole: its identity. */
  epoch: string | null;
  settingsVersion: string | null;
  /** Of the synonyms the index has: they change without it being built anew. */
  synonymsVersion: string | null;
  /** Insights built in so far and in all, while rebuilding. */
  done: number;
  total: number;
  /** The index being built beside it, and how far: whoever comes after a rebuild that was killed goes on from there. */
  beside: BesideRecord | null;
};

export type BesideRecord = {
  createdAt: string;
  settingsVersion: string;
  synonymsVersion?: string;
  /** The database's time when it was begun: what has been confirmed since may be missing in it. */
  startedAt: string;
  /** Up to this insight the engine has them all. */
  last: string;
  done: number;
};

const empty: IndexRecord = {
  ...{
    status: "rebuilding",
    epoch: null,
    settingsVersion: null,
    synonymsVersion: null,
    done: 0,
    total: 0,
    beside: null,
  },
};

/** Its row among the settings. That row's `changed_at` tells when an insight was last confirmed. */
export function indexRecordKey(): string {
  return `search-index:${env().MEILISEARCH_INDEX_PREFIX}`;
}

export function parseIndexRecord(value: unknown): IndexRecord {
  return { ...empty, ...(typeof value === "object" ? value : undefined) };
}

export async function readIndexRecord(): Promise<IndexRecord> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, indexRecordKey()));
  return parseIndexRecord(row?.value);
}

export async function changeIndexRecord(
  change: Partial<IndexRecord>,
  connection: Db | Tx = db,
): Promise<void> {
  await connection
    .insert(settings)
    .values({ key: indexRecordKey(), value: { ...empty, ...change } })
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`${settings.value} || ${JSON.stringify(change)}::jsonb`, changedAt: sql`now()` },
    });
}
