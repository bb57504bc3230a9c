import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insightRevisions } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";

export type RevisionLine = { version: number; editedAt: Date; editedBy: string };

/** When each version of an insight was written and by whom, the latest first. For those who may open the insight. */
export function listRevisions(insightId: string): Promise<RevisionLine[]> {
  return db
    .select({ version: insightRevisions.version, editedAt: insightRevisions.editedAt, editedBy: people.name })
    .from(insightRevisions)
    .innerJoin(people, eq(people.id, insightRevisions.editedBy))
    .where(eq(insightRevisions.insightId, insightId))
    .orderBy(desc(insightRevisions.version))
    .limit(50);
}
