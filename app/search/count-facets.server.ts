import { and, type SQL, sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { channels, tags } from "#db/schema/vocabulary.server.ts";
import { type FacetCounts, inOrder, noCounts } from "./facet-counts.ts";
import type { FilterName } from "./filter-choices.ts";
import { filterInSql, unfilteredInSql } from "./request-in-sql.server.ts";
import type { SearchRequest } from "./search-request.ts";

type Asked = {
  person: Person;
  request: SearchRequest;
  /** What else must hold: of the words, and of which insights are counted at all. */
  matches: SQL | undefined;
};

type Row = { name: FilterName; value: string; count: number };

/** Counts in PostgreSQL, under the person's rule, what the engine's facets count: every filter as if it were not chosen. */
export async function countFacets({ person, request, matches }: Asked): Promise<FacetCounts> {
  const holds = (name: FilterName): SQL => filterInSql(name, request) ?? sql`true`;
  const rows = await preparedRows<Row>(sql`
    with matched as materialized (
      select ${insights.id} as id, ${insights.kind}::text as kind, ${insights.channelId} as channel_id,
        ${insights.teamId} as team_id, ${holds("department")} as in_departments, ${holds("tag")} as in_tags,
        ${holds("channel")} as in_channels, ${holds("kind")} as in_kinds, ${holds("team")} as in_teams
      from ${insights}
      where ${and(unfilteredInSql({ person, request }), matches)}
    )
    select 'department' as name, ${departments.slug} as value, count(*)::int as count
    from matched
    join ${insightDepartments} on ${insightDepartments.insightId} = matched.id
    join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
    where in_tags and in_channels and in_kinds and in_teams group by 2
    union all
    select 'tag', ${tags.name}, count(*)::int
    from matched
    join ${insightTags} on ${insightTags.insightId} = matched.id
    join ${tags} on ${tags.id} = ${insightTags.tagId}
    where in_departments and in_channels and in_kinds and in_teams group by 2
    union all
    select 'channel', ${channels.slug}, count(*)::int
    from matched join ${channels} on ${channels.id} = matched.channel_id
    where in_departments and in_tags and in_kinds and in_teams group by 2
    union all
    select 'kind', matched.kind, count(*)::int
    from matched where in_departments and in_tags and in_channels and in_teams group by 2
    union all
    select 'team', ${teams.slug}, count(*)::int
    from matched join ${teams} on ${teams.id} = matched.team_id
    where in_departments and in_tags and in_channels and in_kinds group by 2`);
  const counts = noCounts();
  for (const { name, value, count } of rows) counts[name].push({ value, count });
  for (const [name, values] of Object.entries(counts)) counts[name as FilterName] = inOrder(values);
  return counts;
}
