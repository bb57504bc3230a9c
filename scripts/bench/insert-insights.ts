import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";

/** An insight with all it refers to, ready to be written. */
export type NewInsight = {
  id: string;
  body: string;
  html: string;
  rendererVersion: number;
  plainText: string;
  searchText: string;
  kind: string;
  basis: string;
  visibility: string;
  channelId: string;
  heardOn: string;
  postedWeek: string;
  postedAt: string;
  /** Of a question that has been answered. */
  answeredAt?: string | null;
  authorId: string;
  teamId: string;
  departmentIds: string[];
  tagIds: string[];
  tagNames: string[];
};

/** Writes what posting each of them would write, save its job: in one statement, in the order given. */
export async function insertInsights(rows: readonly NewInsight[]): Promise<void> {
  await db.execute(sql`
    with given as materialized (
      select * from rows from (json_to_recordset(${JSON.stringify(rows)}::json) as (
        "id" uuid, "body" text, "html" text, "rendererVersion" smallint, "plainText" text, "searchText" text,
        "kind" insight_kind, "basis" basis, "visibility" visibility, "channelId" uuid, "heardOn" date,
        "postedWeek" date, "postedAt" timestamptz, "answeredAt" timestamptz, "authorId" uuid, "teamId" uuid,
        "departmentIds" jsonb, "tagIds" jsonb, "tagNames" jsonb
      )) with ordinality as given (
        id, body, html, renderer_version, plain_text, search_text, kind, basis, visibility, channel_id, heard_on,
        posted_week, posted_at, answered_at, author_id, team_id, department_ids, tag_ids, tag_names, place
      )
    ), posted as (
      insert into insights (id, body, html, renderer_version, plain_text, search_text, kind, basis, visibility,
        channel_id, heard_on, posted_week, posted_at, answered_at, author_id, team_id, source, idempotency_key)
      select id, body, html, renderer_version, plain_text, search_text, kind, basis, visibility,
        channel_id, heard_on, posted_week, posted_at, answered_at, author_id, team_id, 'import', id::text
      from given order by place
      returning id, seq
    ), about as (
      insert into insight_departments (insight_id, department_id, position, insight_seq, heard_on)
      select given.id, chosen.id::uuid, chosen.place - 1, posted.seq, given.heard_on
      from given join posted using (id)
      cross join jsonb_array_elements_text(department_ids) with ordinality as chosen (id, place)
    ), tagged as (
      insert into insight_tags (insight_id, tag_id)
      select given.id, chosen.id::uuid from given cross join jsonb_array_elements_text(tag_ids) as chosen (id)
    ), remembered as (
      insert into insight_revisions (insight_id, version, edited_by, edited_at, body, kind, basis, channel_id,
        heard_on, visibility, department_ids, tag_names)
      select id, 1, author_id, posted_at, body, kind, basis, channel_id, heard_on, visibility, department_ids, tag_names
      from given
    ), recorded as (
      insert into events (id, name, actor_id, subject_id, at)
      select gen_random_uuid(), 'insight.posted', author_id, id, posted_at from given order by place
    )
    insert into insight_index_states (insight_id, changed_at) select id, posted_at from given`);
}
