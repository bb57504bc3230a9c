import { type SQL, sql } from "drizzle-orm";
import { db } from "./client.server.ts";

/** A rule that does not hold, and up to ten of the rows that break it. */
export type BrokenInvariant = { rule: string; ids: string[] };

/** What is always true of a whole library: each query finds the rows of which it is not. */
const invariants: Record<string, SQL> = {
  "every insight has the revision of its version": sql`
    select i.id from insights i
    where not exists (select from insight_revisions r where r.insight_id = i.id and r.version = i.version)`,
  "every insight has every revision before its version": sql`
    select i.id from insights i
    where (select count(*) from insight_revisions r where r.insight_id = i.id) <> i.version`,
  "an insight says what its latest revision says": sql`
    select i.id from insights i join insight_revisions r on r.insight_id = i.id and r.version = i.version
    where (i.body, i.kind, i.basis, i.channel_id, i.heard_on, i.visibility)
      is distinct from (r.body, r.kind, r.basis, r.channel_id, r.heard_on, r.visibility)`,
  "every insight has its ledger entry": sql`
    select i.id from insights i
    where not exists (select from events e where e.subject_id = i.id and e.name = 'insight.posted')`,
  "every insight is in the ledger as posted once": sql`
    select e.subject_id as id from events e where e.name = 'insight.posted' group by e.subject_id having count(*) > 1`,
  "every edit is in the ledger": sql`
    select i.id from insights i
    where (select count(*) from events e where e.subject_id = i.id and e.name = 'insight.edited') <> i.version - 1`,
  "every insight has one index state": sql`
    select i.id from insights i
    where not exists (select from insight_index_states s where s.insight_id = i.id)`,
  "no index state is confirmed beyond what was wanted": sql`
    select s.insight_id as id from insight_index_states s where s.confirmed > s.wanted`,
  "every insight is about a department": sql`
    select i.id from insights i
    where not exists (select from insight_departments d where d.insight_id = i.id)`,
  "an insight's departments carry its sequence and its day": sql`
    select i.id from insights i join insight_departments d on d.insight_id = i.id
    where (d.insight_seq, d.heard_on) is distinct from (i.seq, i.heard_on)`,
  "a hidden insight has a reason": sql`
    select i.id from insights i where i.hidden_at is not null and coalesce(i.hidden_reason, '') = ''`,
  "departments form a tree": sql`
    with recursive above as (
      select id, parent_id, 1 as steps from departments
      union all
      select a.id, d.parent_id, a.steps + 1 from above a join departments d on d.id = a.parent_id where a.steps < 50
    )
    select distinct id from above where steps >= 50`,
};

/** Asks every rule of the database and tells which do not hold; nothing is changed. */
export async function checkInvariants(): Promise<BrokenInvariant[]> {
  const broken: BrokenInvariant[] = [];
  for (const [rule, query] of Object.entries(invariants)) {
    const rows = await db.execute<{ id: string }>(sql`${query} limit 10`);
    if (rows.length > 0) broken.push({ rule, ids: rows.map(({ id }) => id) });
  }
  return broken;
}
