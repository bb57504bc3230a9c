import type { TransactionSql } from "postgres";
import { demoName } from "./content/people.ts";

/** Before anything goes: marks the insights that stay and whose voices, comments, answer or successor go. */
export async function markTouched(tx: TransactionSql): Promise<void> {
  await tx`
    create temporary table touched on commit drop as
    select i.id from insights i
    where not exists (select from going where tab = 'insights' and going.id = i.id) and (
      i.superseded_by_id in (select id from going where tab = 'insights')
      or i.answer_comment_id in (select id from going where tab = 'comments')
      or exists (select from insights a where a.answers_id = i.id
        and a.id in (select id from going where tab = 'insights'))
      or exists (select from comments c where c.insight_id = i.id
        and c.id in (select id from going where tab = 'comments'))
      or exists (select from corroborations c where c.insight_id = i.id
        and c.person_id in (select id from going where tab = 'people')))`;
  await tx`
    delete from department_profiles p where edited_by in (select id from going where tab = 'people')
      and not exists (select from department_revisions r where r.subject_id = p.department_id
        and r.edited_by not in (select id from going where tab = 'people'))`;
  // An editor who goes takes along what was said in the issues they approved; that those weeks are closed stays.
  await tx`
    update weekly_issues
    set lead = '', minute = null, prompt = '', edited_at = null, approved_at = null, approved_by = null
    where approved_by in (select id from going where tab = 'people')`;
}

/** After everything has gone: counts, answers, issues and settings say what is there now. */
export async function mendAfter(tx: TransactionSql): Promise<void> {
  await tx`
    delete from department_revisions r where r.subject_id in (select id from going)
      or (r.kind = 'profile' and not exists (
        select from department_profiles p where p.department_id = r.department_id))`;
  await tx`delete from tag_merge_uses where insight_id in (select id from going where tab = 'insights')`;
  await tx`delete from mails where subject_id in (select id from going)`;
  await tx`update insights set import_id = null where import_id in (select id from going where tab = 'imports')`;
  await tx`update departments set demonstration = false where demonstration`;
  await recount(tx);
  await mendIssues(tx);
  await tx`delete from settings where key = 'demonstration' or (key = 'libraryName'
    and value = to_jsonb(${demoName}::text))`;
  // Found nothing in the demonstration.
  await tx`delete from empty_searches`;
  await tx`
    delete from search_words where word not in (
      select word from ts_stat('select to_tsvector(''simple'', search_text) from insights where visibility = ''staff'''))`;
  await tx`delete from pgboss.job where state < 'active' and data->>'subjectId' in (select id::text from going)`;
}

async function recount(tx: TransactionSql): Promise<void> {
  await tx`
    update insights i set answered_at = null
    where i.id in (select id from touched) and i.answer_comment_id is null
      and not exists (select from insights a where a.answers_id = i.id
        and a.withdrawn_at is null and a.hidden_at is null)`;
  await tx`
    update insights i set voices = counted.voices, voice_teams = counted.teams, comments = counted.comments,
      last_heard_on = case when counted.voices > 1 then greatest(counted.last_heard, i.heard_on) end
    from (
      select t.id, 1 + count(c.person_id) as voices, max(c.heard_on) as last_heard,
        (select count(distinct team_id) from (
          select v.team_id from corroborations v where v.insight_id = t.id and v.withdrawn_at is null
          union all select o.team_id from insights o where o.id = t.id) as heard) as teams,
        (select count(*) from comments s
          where s.insight_id = t.id and s.withdrawn_at is null and s.hidden_at is null) as comments
      from touched t left join corroborations c on c.insight_id = t.id and c.withdrawn_at is null
      group by t.id) as counted
    where counted.id = i.id`;
  await tx`
    update insight_departments d set last_heard_on = i.last_heard_on
    from insights i where i.id = d.insight_id and i.id in (select id from touched)`;
  await tx`
    update insight_index_states set wanted = wanted + 1, changed_at = now()
    where insight_id in (select id from touched)`;
}

/** Issues keep the order of what is still there; one that has nothing left, and no words of an editor, goes. */
async function mendIssues(tx: TransactionSql): Promise<void> {
  const kept = (part: string) => tx`(
    select coalesce(jsonb_agg(one.id order by one.place), '[]') from
      jsonb_array_elements_text(contents->${part}) with ordinality as one(id, place)
    where one.id::uuid not in (select going.id from going where tab = 'insights'))`;
  await tx`
    update weekly_issues set contents = jsonb_build_object('order', ${kept("order")}, 'questions', ${kept("questions")})
    where contents is not null`;
  await tx`
    update weekly_issues set minute = null where exists (
      select from going where tab = 'insights' and position(going.id::text in weekly_issues.minute::text) > 0)`;
  await tx`
    delete from weekly_issues w where lead = '' and prompt = '' and minute is null
      and coalesce(jsonb_array_length(contents->'order'), 0) = 0
      and not exists (select from issue_picks p where p.issue_id = w.id)`;
  await tx`delete from weekly_issues where not exists (select from people)`;
}
