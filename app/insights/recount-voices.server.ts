import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";

/**
 * Writes into the insight's row how many people in how many teams have heard it, its author among them, and the last
 * day anybody did. The caller holds the row's lock, so that no two counts overtake one another.
 */
export async function recountVoices(tx: Tx, insightId: string): Promise<void> {
  const standing = sql`from ${corroborations} where ${corroborations.insightId} = ${insightId} and ${corroborations.withdrawnAt} is null`;
  await tx
    .update(insights)
    .set({
      voices: sql`1 + (select count(*) ${standing})`,
      voiceTeams: sql`(select count(distinct heard.team_id) from (
        select ${corroborations.teamId} as team_id ${standing} union all select ${insights.teamId}) as heard)`,
      lastHeardOn: sql`(select greatest(max(${corroborations.heardOn}), ${insights.heardOn}) ${standing} having count(*) > 0)`,
    })
    .where(eq(insights.id, insightId));
  await tx
    .update(insightDepartments)
    .set({
      lastHeardOn: sql`(select ${insights.lastHeardOn} from ${insights} where ${insights.id} = ${insightId})`,
    })
    .where(eq(insightDepartments.insightId, insightId));
}
