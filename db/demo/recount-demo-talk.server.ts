import { sql } from "drizzle-orm";
import type { Tx } from "../client.server.ts";

/** Writes into the demonstration's insights how much was said about them. */
export async function recountDemoTalk(tx: Tx): Promise<void> {
  await tx.execute(sql`
    update insights set voices = 1 + heard.people, voice_teams = heard.teams,
      last_heard_on = case when heard.people > 0 then greatest(heard.last_day, insights.heard_on) end
    from (
      select i.id, count(c.person_id) as people, max(c.heard_on) as last_day,
        (select count(distinct team_id) from (
          select t.team_id from corroborations t where t.insight_id = i.id and t.withdrawn_at is null
          union all select i.team_id) as spoken) as teams
      from insights i left join corroborations c on c.insight_id = i.id and c.withdrawn_at is null
      where i.source = 'demo' group by i.id
    ) as heard
    where heard.id = insights.id`);
  await tx.execute(sql`
    update insight_departments set last_heard_on = insights.last_heard_on
    from insights where insights.id = insight_id and insights.source = 'demo'`);
  await tx.execute(sql`
    update insights set comments = (select count(*) from comments c
      where c.insight_id = insights.id and c.withdrawn_at is null and c.hidden_at is null)
    where source = 'demo'`);
}
