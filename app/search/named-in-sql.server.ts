import { type SQL, sql } from "drizzle-orm";
import { readableByReader } from "#app/insights/readable.server.ts";
import { synonymIsKnown } from "#app/insights/synonym-is-known.server.ts";
import { foldedInSql } from "#db/folded-in-sql.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { contacts } from "#db/schema/department-entries.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

// Each of the statements of rows gives: kind, key, slug, title, role, more, above, rank.

/** That every word asked for, or what may stand in its place, begins a word of the text, or the word is a slip away from one. */
function allWords(folded: SQL): SQL {
  return sql`not exists (
    select from unnest(${sql.placeholder("words")}::text[], ${sql.placeholder("patterns")}::text[]) as asked (word, pattern)
    where not (${folded} ~ pattern or (length(word) >= 4 and word_similarity(word, ${folded}) >= 0.45)))`;
}

/** Of all there are, or of those that may be it. */
function among(id: SQL): SQL {
  const only = sql`${sql.placeholder("only")}::uuid[]`;
  return sql`(${only} is null or ${id} = any(${only}))`;
}

/** What is called exactly so first, then what begins so. */
function rankOf(title: SQL): SQL {
  const whole = sql`${sql.placeholder("whole")}::text`;
  return sql`(case when ${title} = ${whole} then 3 when starts_with(${title}, ${whole}) then 2
    when position(${whole} in ${title}) > 0 then 1 else 0 end)::real + similarity(${title}, ${whole})`;
}

export function departmentRows(): SQL {
  return sql`
    select 'department' as kind, id::text as key, slug, name as title, role, also as more, coalesce(above, '') as above,
      ${rankOf(sql`folded_name`)} + (case when ${allWords(sql`hay_own`)} then 1 else 0 end) as rank
    from (${departmentHays()}) found where ${among(sql`id`)} and ${allWords(sql`hay`)}`;
}

function departmentHays(): SQL {
  return sql`
    select own.id, own.slug, own.name, own.kind::text as role, up.name as above, coalesce(named.also, '') as also,
      ${foldedInSql(sql`own.name`)} as folded_name,
      ${foldedInSql(sql`own.name || ' ' || coalesce(named.also, '')`)} as hay_own,
      ${foldedInSql(sql`own.name || ' ' || coalesce(named.also, '') || ' ' || coalesce(up.name, '')`)} as hay
    from ${departments} own
    left join ${departments} up on up.id = own.parent_id
    left join lateral (select string_agg(name, ', ' order by name) as also from ${departmentAliases}
      where department_id = own.id) named on true`;
}

export function contactRows(): SQL {
  return sql`
    select 'contact', id::text, slug, name, role, more, above, ${rankOf(sql`folded_name`)}
    from (${contactHays()}) found where ${among(sql`id`)} and ${allWords(sql`hay`)}`;
}

function contactHays(): SQL {
  return sql`
    select ${contacts.id} as id, ${departments.slug} as slug, ${contacts.name} as name, ${contacts.role}::text as role,
      concat_ws(', ', nullif(${contacts.does}, ''), nullif(${contacts.worksOn}, '')) as more,
      ${departments.name} as above, ${foldedInSql(sql`${contacts.name}`)} as folded_name,
      ${foldedInSql(sql`concat_ws(' ', ${contacts.name}, ${contacts.does}, ${contacts.worksOn}, ${contacts.place})`)} as hay
    from ${contacts} join ${departments} on ${departments.id} = ${contacts.departmentId}
    where ${contacts.removedAt} is null`;
}

export function personRows(): SQL {
  return sql`
    select 'person', id::text, handle, name, job_title, team, '', ${rankOf(sql`folded_name`)}
    from (${personHays()}) found where ${among(sql`id`)} and ${allWords(sql`hay`)}`;
}

function personHays(): SQL {
  return sql`
    select ${people.id} as id, ${people.handle} as handle, ${people.name} as name, ${people.jobTitle} as job_title,
      ${teams.name} as team, ${foldedInSql(sql`${people.name}`)} as folded_name,
      ${foldedInSql(sql`concat_ws(' ', ${people.name}, ${people.handle}, ${people.jobTitle}, ${teams.name})`)} as hay
    from ${people} join ${teams} on ${teams.id} = ${people.teamId} where ${people.disabledAt} is null`;
}

export function tagRows(): SQL {
  const isRead = sql`exists (select from ${insightTags} join ${insights} on ${insights.id} = ${insightTags.insightId}
    where ${insightTags.tagId} = found.id and ${readableByReader()})`;
  return sql`
    select 'tag', id::text, name, name, '', also, '', ${rankOf(sql`folded_name`)}
    from (${tagHays(synonymIsKnown(readableByReader()))}) found
    where ${among(sql`id`)} and ${allWords(sql`hay`)} and (created_by is null or ${isRead})`;
}

function tagHays(isKnown: SQL): SQL {
  return sql`
    select own.id, own.name, own.created_by, coalesce(named.also, '') as also,
      replace(${foldedInSql(sql`own.name`)}, '-', ' ') as folded_name,
      replace(${foldedInSql(sql`own.name || ' ' || coalesce(named.also, '')`)}, '-', ' ') as hay
    from ${tags} own
    left join lateral (select string_agg(name, ', ' order by name) as also from ${tagSynonyms}
      where tag_id = own.id and ${isKnown}) named on true
    where own.retired_at is null and own.merged_into_id is null`;
}

/** All that any of them is found by, whoever may know of it: not to be shown, and no reason to show anything. */
export function allHays(): SQL {
  const kinds = [departmentHays(), contactHays(), personHays(), tagHays(sql`true`)];
  return sql.join(
    kinds.map((rows) => sql`select id, hay from (${rows}) named`),
    sql` union all `,
  );
}

/** Comments with all the words, the newest first, on insights this person may read. */
export function commentRows(): SQL {
  return sql`
    select 'comment' as kind, ${comments.id}::text as key, ${insights.id}::text as slug, ${comments.plainText} as title,
      '' as role, ${people.name} as more, coalesce((
        select string_agg(${departments.name}, ' · ' order by ${insightDepartments.position})
        from ${insightDepartments} join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
        where ${insightDepartments.insightId} = ${insights.id}), '') as above
    from ${comments}
    join ${insights} on ${insights.id} = ${comments.insightId}
    join ${people} on ${people.id} = ${comments.authorId}
    where to_tsvector('english', regexp_replace(${comments.plainText}, '[^[:alnum:]]+', ' ', 'g'))
        @@ to_tsquery('english', ${sql.placeholder("terms")}::text)
      and ${comments.withdrawnAt} is null and ${comments.hiddenAt} is null and ${readableByReader()}
    order by ${comments.seq} desc`;
}
