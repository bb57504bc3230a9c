import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { type Draft, draftLimits } from "./draft.ts";

type Saving = Omit<Draft, "savedAt"> & { personId: string };

/**
 * Keeps what somebody is writing, in one statement, over what was kept of it before. False when it is kept no more: a
 * newer save has come, it has been posted meanwhile, or the insight it corrects is no longer as it was. Of very many
 * drafts the oldest go.
 */
export async function saveDraft({
  personId,
  key,
  insightId,
  fields,
  version,
  device,
}: Saving): Promise<boolean> {
  const rows = await save({
    personId,
    key,
    insightId: insightId ?? null,
    fields: JSON.stringify(fields),
    version,
    device: device ?? null,
    baseVersion: Number(fields.version?.[0]) || 0,
    others: draftLimits.most - 1,
  });
  return rows.length > 0;
}

const personId: SQL = sql`${sql.placeholder("personId")}::uuid`;
const key: SQL = sql`${sql.placeholder("key")}::text`;
const insightId: SQL = sql`${sql.placeholder("insightId")}::uuid`;

const save = preparedStatement<{ version: number }>(
  () => sql`with saved as (
      insert into ${drafts} (person_id, key, insight_id, fields, version, device, saved_at)
      select ${personId}, ${key}, ${insightId}, ${sql.placeholder("fields")}::jsonb, ${sql.placeholder("version")}::int,
        ${sql.placeholder("device")}::text, now()
      where case when ${insightId} is null then not exists (
          select 1 from ${insights} where author_id = ${personId} and idempotency_key = ${key}
        ) else exists (
          select 1 from ${insights} where id = ${insightId} and author_id = ${personId}
            and version = ${sql.placeholder("baseVersion")}::int and withdrawn_at is null and hidden_at is null
        ) end
      on conflict (person_id, key) do update
        set fields = excluded.fields, version = excluded.version, device = excluded.device, saved_at = excluded.saved_at
        where ${drafts.version} < excluded.version
      returning version
    ), crowded as (
      delete from ${drafts} where person_id = ${personId} and key in (
        select key from ${drafts} where person_id = ${personId} and key <> ${key}
        order by saved_at desc offset ${sql.placeholder("others")}::int
      ) and exists (select 1 from saved)
    )
    select version from saved`,
);
