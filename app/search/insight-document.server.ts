import { sql } from "drizzle-orm";
import type { InsightKind, Visibility } from "#app/insights/insight.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "#app/text/clean-text.ts";
import { type Db, db, type Tx } from "#db/client.server.ts";

/** To be raised when what is put into a document changes without its settings changing. */
export const documentVersion = 4;

/** An insight as the engine holds it. */
export type InsightDocument = {
  id: string;
  /** The server's order of writing. */
  seq: number;
  body: string;
  /** Names, nicknames and old names of its departments, and the names of those above them. */
  departmentWords: string[];
  tagWords: string[];
  authorName: string;
  /** How and when it was heard, in the words people have for it: "Coffee", "November 2026". */
  channelName: string;
  monthHeard: string;
  departments: string[];
  tags: string[];
  channel: string;
  kind: InsightKind;
  team: string;
  /** Handles of those who posted or corroborated it. */
  people: string[];
  visibility: Visibility;
  teamId: string;
  authorId: string;
  /** yyyymmdd */
  heardOn: number;
  /** From when on somebody is asked whether it is still true, as yyyymmdd; long after everybody when nobody is. */
  reviewOn: number;
  /** 1 until a newer insight takes its place, then 0. */
  current: 0 | 1;
  /** Distinct people and teams who heard it. */
  voices: number;
  voiceTeams: number;
  /** The index version these values are of. */
  wanted: number;
};

/** What the index should hold of one insight now: a document, or nothing. */
export type WantedDocument = { id: string; wanted: number; confirmed: number | null } & (
  | { document: InsightDocument }
  | { document?: undefined }
);

type Row = {
  id: string;
  wanted: number;
  confirmed: number | null;
  isGone: boolean;
  document: Omit<InsightDocument, "id" | "wanted">;
};

const markers = new RegExp(`[${HIGHLIGHT_START}${HIGHLIGHT_END}]`, "gu");

/**
 * Reads what the index should hold of these insights, in one statement and so as of one moment. In the order they were
 * posted, for the engine keeps equally good hits in the order they came.
 */
export async function readWantedDocuments(
  ids: readonly string[],
  connection: Db | Tx = db,
): Promise<WantedDocument[]> {
  const rows = await connection.execute<Row>(sql`
    select states.insight_id as id, states.wanted, states.confirmed,
      insights.withdrawn_at is not null or insights.hidden_at is not null as "isGone",
      json_build_object(
        'seq', insights.seq,
        'body', insights.plain_text,
        'departmentWords', coalesce(named.words, '[]'),
        'tagWords', coalesce(tagged.words, '[]'),
        'authorName', people.name,
        'channelName', channels.name,
        'monthHeard', to_char(insights.heard_on, 'FMMonth YYYY'),
        'departments', coalesce(named.slugs, '[]'),
        'tags', coalesce(tagged.names, '[]'),
        'channel', channels.slug,
        'kind', insights.kind,
        'team', teams.slug,
        'people', json_build_array(people.handle)::jsonb || coalesce(heard.handles, '[]')::jsonb,
        'visibility', insights.visibility,
        'teamId', insights.team_id,
        'authorId', insights.author_id,
        'heardOn', to_char(insights.heard_on, 'YYYYMMDD')::int,
        'reviewOn', coalesce(to_char(insights.review_on, 'YYYYMMDD')::int, 99991231),
        'current', (insights.superseded_by_id is null)::int,
        'voices', insights.voices,
        'voiceTeams', insights.voice_teams
      ) as document
    from insight_index_states states
    join insights on insights.id = states.insight_id
    join people on people.id = insights.author_id
    join teams on teams.id = insights.team_id
    join channels on channels.id = insights.channel_id
    left join lateral (
      with recursive above as (
        select departments.id, departments.parent_id, departments.name, 0 as height, departments.slug
        from insight_departments chosen
        join departments on departments.id = chosen.department_id
        where chosen.insight_id = insights.id
        union all
        select departments.id, departments.parent_id, departments.name, above.height + 1, departments.slug
        from above join departments on departments.id = above.parent_id
        where above.height < 10
      ), words as (
        select name as word from above
        union
        select aliases.name from above
        join department_aliases aliases on aliases.department_id = above.id
        where above.height = 0
      )
      select (select json_agg(word) from words) as words,
        (select json_agg(slug) from above where height = 0) as slugs
    ) named on true
    left join lateral (
      select json_agg(distinct tags.name) as names,
        (json_agg(distinct tags.name)::jsonb ||
          coalesce(json_agg(distinct synonyms.name) filter (where synonyms.name is not null), '[]')::jsonb) as words
      from insight_tags chosen
      join tags on tags.id = chosen.tag_id
      left join tag_synonyms synonyms on synonyms.tag_id = tags.id
      where chosen.insight_id = insights.id
    ) tagged on true
    left join lateral (
      select json_agg(voices.handle) as handles
      from corroborations join people voices on voices.id = corroborations.person_id
      where corroborations.insight_id = insights.id and corroborations.withdrawn_at is null
    ) heard on true
    where states.insight_id = any(${sql.param(ids)}::uuid[])
    order by states.insight_id`);

  return rows.map(({ id, wanted, confirmed, isGone, document }) => {
    if (isGone) return { id, wanted, confirmed };
    const body = document.body.replace(markers, "");
    return { id, wanted, confirmed, document: { ...document, id, wanted, body } };
  });
}
