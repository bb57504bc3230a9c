import { and, type SQL, sql } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import type { AskedRow } from "./asked-rows.ts";
import { type FilterName, filterFields, filterNames } from "./filter-choices.ts";
import { wholeVector } from "./match-unconfirmed.server.ts";
import { standsInSql } from "./phrases-in-sql.server.ts";
import { byPeopleInSql, filtersInSql, freshInSql } from "./request-in-sql.server.ts";
import { unreadInSql } from "./unread-in-sql.server.ts";

/**
 * Saved searches as the table `asked`, which insights are matched against: many searches in one statement whose text is
 * always the same. `words` is read by the dictionary once a search.
 */
export function askedInSql(rows: readonly AskedRow[]): SQL {
  return sql`asked as materialized (
    select *, case when words = '' then null else to_tsquery('english', words) end as query,
      array(select to_tsquery('english', one) from unnest(each) one) as queries,
      array(select ${meantInSql(sql`said`)} from unnest(tags_said) said) as tags
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      id uuid, looked_up_to bigint, departments text[], tags_said text[], channels text[], kinds text[], teams text[],
      people text[], heard_from date, heard_to date, fresh date, unread boolean, phrases text[], excluded text[],
      words text, pattern text, each text[], needed int))`;
}

/** What a tag is called today that was saved by this name: its own name first, then a synonym. */
function meantInSql(said: SQL): SQL {
  return sql`coalesce(
    (select name from ${tags} where name = ${said} and merged_into_id is null),
    (select meant.name from ${tagSynonyms} synonym join ${tags} meant on meant.id = synonym.tag_id
      where replace(lower(synonym.name), ' ', '-') = ${said} limit 1),
    ${said})`;
}

/**
 * Some of the insights under their own name, so that every condition on `insights` is one on these; each with the words it
 * is found by worked out once, however many searches ask for them.
 */
export function theseInSql(which: SQL): SQL {
  const { id, seq, searchText, searchVector, kind, channelId, heardOn, heardWeek, visibility } = insights;
  const { authorId, teamId, postedAt, withdrawnAt, hiddenAt, supersededById, reviewOn } = insights;
  const read = [id, seq, searchText, searchVector, kind, channelId, heardOn, heardWeek, visibility];
  const also = [authorId, teamId, postedAt, withdrawnAt, hiddenAt, supersededById, reviewOn];
  const columns = sql.join(
    [...read, ...also].map((column) => sql`${column}`),
    sql`, `,
  );
  return sql`insights as materialized (select ${columns}, ${wholeVector} as whole_vector from insights ${which})`;
}

/** That a row of `insights` has all that a row of `asked` asks for. `reader`: the id of whose search it is. */
export function savedMatchesInSql(reader: SQL): SQL {
  return and(
    ...filterNames.map(chosenInSql),
    sql`(cardinality(asked.people) = 0 or ${byPeopleInSql(sql`any(asked.people)`)})`,
    sql`(asked.heard_from is null or ${insights.heardOn} >= asked.heard_from)`,
    sql`(asked.heard_to is null or ${insights.heardOn} <= asked.heard_to)`,
    sql`(asked.fresh is null or ${freshInSql(sql`asked.fresh`)})`,
    sql`(not asked.unread or ${unreadInSql({ id: reader })})`,
    sql`not exists (select from unnest(asked.phrases) pattern where not ${standsInSql(sql`pattern`)})`,
    sql`not exists (select from unnest(asked.excluded) pattern where ${standsInSql(sql`pattern`)})`,
    // As in a search: what the dictionary drops, such as "it", is looked for in the text itself.
    // A sentence's query asks for any of its words: then enough of them are counted.
    sql`(asked.query is null or (insights.whole_vector @@ asked.query and (asked.needed = 0 or asked.needed <= (
        select count(*) from unnest(asked.queries) one where insights.whole_vector @@ one)))
      or (numnode(asked.query) = 0 and ${insights.searchText} ~ asked.pattern))`,
  ) as SQL;
}

function chosenInSql(name: FilterName): SQL {
  const chosen = sql`asked.${sql.identifier(filterFields[name])}`;
  return sql`(cardinality(${chosen}) = 0 or ${filtersInSql[name](sql`any(${chosen})`)})`;
}
