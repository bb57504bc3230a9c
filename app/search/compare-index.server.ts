import { sql } from "drizzle-orm";
import type { Meilisearch } from "meilisearch";
import { db } from "#db/client.server.ts";
import { mainIndex, openEngine } from "./engine.server.ts";

const pageSize = 5_000;

/** Documents the engine lost, holds in another version than was confirmed, and should not hold. */
export type IndexDifference = { missing: number; stale: number; ghosts: number };

export type IndexDamage = IndexDifference & {
  /** Insights whose document is missing, stale or no longer wanted. */
  damaged: string[];
  /** Ids in the engine of which PostgreSQL knows nothing. */
  strangers: string[];
};

/**
 * Compares what the engine holds with what PostgreSQL says it was confirmed to hold, by id and version. Changes on their
 * way are left out. Undefined when there is no engine to compare with; throws the client's errors.
 */
export async function compareIndex(): Promise<IndexDifference | undefined> {
  const damage = await findIndexDamage();
  return damage && { missing: damage.missing, stale: damage.stale, ghosts: damage.ghosts };
}

export async function findIndexDamage(): Promise<IndexDamage | undefined> {
  const engine = await openEngine("rebuild");
  if (!engine) return undefined;
  const held = await readHeldVersions(engine.client);
  const damage: IndexDamage = { missing: 0, stale: 0, ghosts: 0, damaged: [], strangers: [] };
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await readConfirmed(last);
    for (const row of rows) {
      const what = difference(row, held.get(row.id));
      held.delete(row.id);
      if (!what) continue;
      damage[what] += 1;
      damage.damaged.push(row.id);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < pageSize) break;
  }
  damage.strangers = [...held.keys()];
  damage.ghosts += damage.strangers.length;
  return damage;
}

type Confirmed = { id: string; version: number | null; isGone: boolean };

function difference(
  { version, isGone }: Confirmed,
  held: number | undefined,
): keyof IndexDifference | undefined {
  if (version === null) return undefined;
  if (isGone) return held === undefined ? undefined : "ghosts";
  if (held === undefined) return "missing";
  return held === version ? undefined : "stale";
}

async function readHeldVersions(client: Meilisearch): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  const index = client.index<{ id: string; wanted: number }>(mainIndex());
  for (let offset = 0; ; offset += pageSize) {
    const { results } = await index.getDocuments({ fields: ["id", "wanted"], limit: pageSize, offset });
    for (const { id, wanted } of results) held.set(id, wanted);
    if (results.length < pageSize) return held;
  }
}

/** `version` is null while a change is on its way: that is not for us to judge. */
async function readConfirmed(after: string): Promise<Confirmed[]> {
  return db.execute<Confirmed>(sql`
    select states.insight_id as id,
      case when states.confirmed = states.wanted then states.confirmed end as version,
      insights.withdrawn_at is not null or insights.hidden_at is not null as "isGone"
    from insight_index_states states join insights on insights.id = states.insight_id
    where states.insight_id > ${after}::uuid
    order by states.insight_id limit ${pageSize}`);
}
