import { pool } from "#db/client.server.ts";
import { type IndexRecord, indexRecordKey, parseIndexRecord } from "./index-record.server.ts";

/** How many changes may be on their way before the index counts as being rebuilt. */
export const mostUnconfirmed = 1_000;

export type IndexView = {
  record: IndexRecord;
  /** Insights the index is not known to be right about, at most one more than `mostUnconfirmed`. */
  unconfirmed: string[];
  /** Milliseconds since the index was last confirmed to hold something new. */
  confirmedAgo: number;
};

type Row = { value: unknown; ago: number | null; unconfirmed: string[] | null };

/** What PostgreSQL knows of the index now: prepared, one index scan, nothing to read while all is confirmed. */
export async function readIndexView(): Promise<IndexView> {
  const [row] = await pool()<Row[]>`
    select record.value, 1000 * extract(epoch from clock_timestamp() - record.changed_at)::float8 as ago,
      (select json_agg(insight_id) from (
        select insight_id from insight_index_states where confirmed is distinct from wanted
        order by changed_at limit ${mostUnconfirmed + 1}
      ) as states) as unconfirmed
    from (select 1) as one
    left join settings record on record.key = ${indexRecordKey()}`;
  return {
    record: parseIndexRecord(row?.value),
    unconfirmed: row?.unconfirmed ?? [],
    confirmedAgo: row?.ago ?? 0,
  };
}
