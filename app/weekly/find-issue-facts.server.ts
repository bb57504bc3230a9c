import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { issuePicks, weeklyIssues } from "#db/schema/weekly.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import type { Followable } from "../people/follow.ts";
import type { Person } from "../people/person.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import type { KeptIssue } from "./edited-issue.ts";
import { asReading, type HowFarRead, readingRow } from "./find-issue-reading.server.ts";

type Row = {
  counts: Record<Day, number>;
  stamp: string | null;
  own: { slug: string; name: string }[];
  followed: Followable[];
  issue: KeptIssue | null;
  prompt: string | null;
  upTo: number | null;
  stoppedAt: string | null;
};

/** What an issue says beside its cards, in one question: five weeks' counts, whose departments, what was edited. */
export type IssueFacts = {
  /** All-staff insights by week heard, for this one and the four before; a week without any is absent. */
  counts: ReadonlyMap<Day, number>;
  /** Another one whenever one of these weeks' insights, or of those asked about besides, has changed in any way. */
  stamp: string;
  /** The departments the reader looks after today. */
  own: readonly { slug: string; name: string }[];
  /** What they follow: to be told only where it is found on something they may read. */
  followed: readonly Followable[];
  issue: KeptIssue | null;
  /** What the issue before this one asks colleagues to listen for. */
  prompt: string | undefined;
  reading: HowFarRead;
};

const reader = sql.placeholder("reader");
const monday = sql.placeholder("monday");

const weeks = sql`any(${sql.placeholder("weeks")}::date[])`;

// PostgreSQL's own number of the row's last change: no change can be forgotten here.
const change = sql`sum(hashint8extended(${insights}.xmin::text::bigint, ${insights.seq}))`;

// Read once, to be counted and to be stamped.
const fiveWeeks = sql`select ${insights.heardWeek} as week, count(*)::int as found, ${change} as change from ${insights}
  where ${insights.heardWeek} = ${weeks} and ${readableInSql(allStaffRule)} group by 1`;

const stamp = sql`select coalesce(sum(change), 0)::text from (
  select change from five_weeks
  union all
  select ${change} from ${insights}
    where ${insights.postedWeek} = ${monday} and ${insights.heardWeek} < ${monday} and ${readableInSql(allStaffRule)}
  union all
  select ${change} from ${insights}
    where ${insights.id} = any(${sql.placeholder("sources")}::uuid[]) and ${readableInSql(allStaffRule)}) read`;

// Lines from before versions were kept are measured by when the issue was edited last.
const markedMinute = sql`select json_agg(line || jsonb_build_object('changed', exists (
      select from jsonb_array_elements_text(line -> 'sources') with ordinality as source (id, place)
      join ${insights} on ${insights.id} = source.id::uuid
      where case when line ? 'versions' then ${insights.version} <> (line -> 'versions' ->> (place::int - 1))::int
        else ${insights.editedAt} > ${weeklyIssues.editedAt} end)) order by at)
    from jsonb_array_elements(nullif(${weeklyIssues.minute}, 'null')) with ordinality as lines (line, at)`;

const keptIssue = sql`select json_build_object('id', ${weeklyIssues.id}, 'version', ${weeklyIssues.version},
    'lead', ${weeklyIssues.lead}, 'minute', (${markedMinute}), 'prompt', ${weeklyIssues.prompt},
    'approved', ${weeklyIssues.approvedAt} is not null, 'closedAt', ${weeklyIssues.closedAt},
    'closedUpTo', ${weeklyIssues.closedUpTo}, 'contents', ${weeklyIssues.contents},
    'picks', (select coalesce(json_agg(json_build_object('insightId', ${issuePicks.insightId},
        'sentence', ${issuePicks.sentence}) order by ${issuePicks.position}), '[]')
      from ${issuePicks} where ${issuePicks.issueId} = ${weeklyIssues.id}))
  from ${weeklyIssues} where ${weeklyIssues.week} = ${monday}`;

const followed = sql`select coalesce(json_agg(json_build_object(
    'kind', case when ${follows.departmentId} is not null then 'department' when ${follows.tagId} is not null then 'tag'
      else 'team' end,
    'slug', coalesce(${departments.slug}, ${tags.name}, ${teams.slug}),
    'name', coalesce(${departments.name}, ${tags.name}, ${teams.name})) order by 1), '[]')
  from ${follows} left join ${departments} on ${departments.id} = ${follows.departmentId}
    left join ${tags} on ${tags.id} = ${follows.tagId} left join ${teams} on ${teams.id} = ${follows.teamId}
  where ${follows.personId} = ${reader}`;

const facts = preparedStatement<Row>(
  () => sql`with five_weeks as materialized (${fiveWeeks}) select
    (select coalesce(json_object_agg(week, found), '{}') from five_weeks) as counts,
    (${stamp}) as stamp,
    (select coalesce(json_agg(json_build_object('slug', ${departments.slug}, 'name', ${departments.name})
        order by ${departments.name}), '[]') from ${departmentLiaisons}
      join ${departments} on ${departments.id} = ${departmentLiaisons.departmentId}
      where ${departmentLiaisons.personId} = ${reader} and ${departmentLiaisons.untilDate} is null
        and ${departments.closedAt} is null) as own,
    (${followed}) as followed,
    (${keptIssue}) as issue,
    (select ${weeklyIssues.prompt} from ${weeklyIssues} where ${weeklyIssues.week} = ${sql.placeholder("before")}
      and (${weeklyIssues.approvedAt} is not null or ${weeklyIssues.closedAt} is not null)) as prompt,
    reading."upTo", reading."stoppedAt"
  from (select) one left join lateral (${readingRow}) reading on true`,
);

type Asked = { person: Pick<Person, "id">; monday: Day; sources?: readonly string[] };

/** `sources`: insights the stamp is taken of besides those of the five weeks. */
export async function findIssueFacts({ person, monday, sources = [] }: Asked): Promise<IssueFacts> {
  const [row] = await facts({
    reader: person.id,
    monday,
    weeks: `{${[-28, -21, -14, -7, 0].map((days) => daysAfter(monday, days)).join(",")}}`,
    before: daysAfter(monday, -7),
    sources: `{${sources.join(",")}}`,
  });
  const issue = row?.issue ?? null;
  return {
    counts: new Map(Object.entries(row?.counts ?? {})),
    stamp: `${row?.stamp}/${issue?.version ?? 0}`,
    own: row?.own ?? [],
    followed: row?.followed ?? [],
    issue,
    prompt: row?.prompt || undefined,
    reading: asReading(row),
  };
}
