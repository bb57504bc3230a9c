import { sql } from "drizzle-orm";
import type { Meilisearch } from "meilisearch";
import { log } from "#app/log.server.ts";
import { db } from "#db/client.server.ts";
import { mainIndex, openEngine } from "./engine.server.ts";
import { indexInsights } from "./index-insights.server.ts";
import { indexUnconfirmed } from "./index-unconfirmed.server.ts";

const pageSize = 5_000;

export type Reconciled = { missing: number; stale: number; ghosts: number };

/**
 * Compares what the engine holds with what PostgreSQL says it was confirmed to hold, by id and version, and repairs
 * the difference. Undefined when there is no engine to compare with.
 */
export async function reconcileIndex(): Promise<Reconciled | undefined> {
  const engine = await openEngine("rebuild");
  if (!engine) return undefined;
  const held = await readHeldVersions(engine.client);
  const found: Reconciled = { missing: 0, stale: 0, ghosts: 0 };
  const damaged: string[] = [];
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await readConfirmed(last);
    for (const { id, version, isGone } of rows) {
      const heldVersion = held.get(id);
      held.delete(id);
      if (version === null || (isGone && heldVersion === undefined) || (!isGone && heldVersion === version))
        continue;
      if (isGone) found.ghosts += 1;
      else if (heldVersion === undefined) found.missing += 1;
      else found.stale += 1;
      damaged.push(id);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < pageSize) break;
  }
  const strangers = [...held.keys()];
  found.ghosts += strangers.length;

  await unconfirm(damaged);
  for (let at = 0; at < strangers.length; at += 1_000) await indexInsights(strangers.slice(at, at + 1_000));
  await indexUnconfirmed();
  log().info(found, "the search index was compared with the database");
  return found;
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

type Confirmed = { id: string; version: number | null; isGone: boolean };

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

async function unconfirm(ids: readonly string[]): Promise<void> {
  await db.execute(sql`
    update insight_index_states set confirmed = null
    where insight_id = any(${sql.param(ids)}::uuid[])`);
}
