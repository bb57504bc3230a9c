import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { type Draft, draftLimits } from "./draft.ts";
import { isAlive } from "./kept-drafts.server.ts";

/** What a person was writing and has not posted, the last first. A draft is nobody's but its writer's. */
export async function listDrafts(personId: string): Promise<Draft[]> {
  const rows = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.personId, personId), isAlive()))
    .orderBy(desc(drafts.savedAt))
    .limit(draftLimits.most);
  return rows.map(asDraft);
}

/** One of them, by its key. */
export async function findDraft({
  personId,
  key,
}: {
  personId: string;
  key: string;
}): Promise<Draft | undefined> {
  const [row] = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.personId, personId), eq(drafts.key, key), isAlive()));
  return row && asDraft(row);
}

/** What this person has posted under these keys: what a device still keeps of them is done with. */
export async function listPosted(
  personId: string,
  keys: readonly string[],
): Promise<{ id: string; key: string | null }[]> {
  if (keys.length === 0) return [];
  return db
    .select({ id: insights.id, key: insights.idempotencyKey })
    .from(insights)
    .where(and(eq(insights.authorId, personId), inArray(insights.idempotencyKey, [...keys])));
}

function asDraft(row: typeof drafts.$inferSelect): Draft {
  const { key, insightId, fields, version, savedAt, device } = row;
  return {
    key,
    fields,
    version,
    insightId: insightId ?? undefined,
    savedAt: savedAt.toISOString(),
    device: device ?? undefined,
  };
}
