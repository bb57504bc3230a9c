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
    where (d.insight_seq, d.heard_on, d.last_heard_on) is distinct from (i.seq, i.heard_on, i.last_heard_on)`,
  "every entry about a department has every revision up to its version": sql`
    select e.id from (
      select id, version from contacts union all select id, version from department_sources
      union all select id, version from approaches union all select id, version from questions_to_ask
      union all select id, version from summary_sentences union all select id, version from department_needs
      union all select department_id, version from department_profiles) as e
    where (select count(*) from department_revisions r where r.subject_id = e.id) <> e.version`,
  "every group of words has every version of it": sql`
    select g.id from word_groups g
    where (select count(*) from word_group_revisions r where r.group_id = g.id) <> g.version`,
  "a hidden insight has a reason": sql`
    select i.id from insights i where i.hidden_at is not null and coalesce(i.hidden_reason, '') = ''`,
  "an insight's strength is its voices counted": sql`
    select i.id from insights i cross join lateral (
      select 1 + count(*) as voices, max(c.heard_on) as last_heard,
        (select count(distinct team_id) from (
          select t.team_id from corroborations t where t.insight_id = i.id and t.withdrawn_at is null
          union all select i.team_id) as heard) as teams
      from corroborations c where c.insight_id = i.id and c.withdrawn_at is null) as counted
    where (i.voices, i.voice_teams, i.last_heard_on) is distinct from
      (counted.voices, counted.teams, case when counted.voices > 1 then greatest(counted.last_heard, i.heard_on) end)`,
  "nobody corroborates their own insight": sql`
    select i.id from insights i join corroborations c on c.insight_id = i.id and c.person_id = i.author_id`,
  "an insight's comments are counted": sql`
    select i.id from insights i
    where i.comments <> (select count(*) from comments c
      where c.insight_id = i.id and c.withdrawn_at is null and c.hidden_at is null)`,
  "every comment has every revision up to its version, and says what the last one says": sql`
    select c.id from comments c
    where (select count(*) from comment_revisions r where r.comment_id = c.id) <> c.version
      or not exists (select from comment_revisions r
        where r.comment_id = c.id and r.version = c.version and r.body = c.body)`,
  "every comment is in the ledger as posted once": sql`
    select c.id from comments c
    where (select count(*) from events e where e.subject_id = c.id and e.name = 'comment.posted') <> 1`,
  "an answer is a comment that stands beneath its question": sql`
    select i.id from insights i left join comments c on c.id = i.answer_comment_id
    where i.answer_comment_id is not null and (i.answered_at is null or c.insight_id <> i.id
      or c.withdrawn_at is not null or c.hidden_at is not null)`,
  "everybody told of an insight is in the ledger once": sql`
    select t.id from tellings t
    where (select count(*) from events e where e.subject_id = t.id and e.name = 'insight.told') <> 1`,
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
