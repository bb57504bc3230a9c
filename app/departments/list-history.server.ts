import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentRevisions } from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { EntryKind, SentFields } from "./entry.ts";

/** A version of something kept about a department, and what it said before. */
export type RevisionEntry = {
  seq: number;
  kind: EntryKind;
  version: number;
  removed: boolean;
  fields: SentFields;
  /** Of the version before; null for the first, or when that is not known. */
  before: { fields: SentFields; removed: boolean } | null;
  by: string;
  at: string;
};

const revisionsOnAPage = 40;

const page = preparedStatement<RevisionEntry>(
  () => sql`select own.seq::float8 as seq, own.kind, own.version, own.removed, own.fields,
      case when earlier.id is not null
        then json_build_object('fields', earlier.fields, 'removed', earlier.removed) end as before,
      people.name as by, to_json(own.edited_at) #>> '{}' as at
    from ${departmentRevisions} own
    join ${people} on people.id = own.edited_by
    left join ${departmentRevisions} earlier
      on earlier.subject_id = own.subject_id and earlier.version = own.version - 1
    where own.department_id in (select id from ${departments}
        where id = ${sql.placeholder("departmentId")}::uuid or merged_into_id = ${sql.placeholder("departmentId")}::uuid)
      and own.seq < ${sql.placeholder("before")}::bigint
    order by own.seq desc
    limit ${sql.placeholder("limit")}`,
);

type Asked = { departmentId: string; before?: number };

/** What was written about a department, the latest first; `before` is the last page's cursor. */
export async function listHistory({
  departmentId,
  before = Number.MAX_SAFE_INTEGER,
}: Asked): Promise<{ revisions: RevisionEntry[]; older?: number }> {
  const found = await page({ departmentId, before, limit: revisionsOnAPage + 1 });
  const revisions = found.slice(0, revisionsOnAPage);
  return { revisions, older: found.length > revisionsOnAPage ? revisions.at(-1)?.seq : undefined };
}
