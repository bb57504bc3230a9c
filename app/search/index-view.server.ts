import { pool } from "#db/client.server.ts";
import { isEngineOn } from "./engine.server.ts";
import { type IndexRecord, indexRecordKey, parseIndexRecord } from "./index-record.server.ts";

/** How many changes may be on their way before the index counts as being rebuilt. */
export const mostUnconfirmed = 1_000;

export type IndexView = {
  record: IndexRecord;
  /** Insights the index is not known to be right about, at most one more than `mostUnconfirmed`. */
  unconfirmed: string[];
};

type Row = { value: unknown; unconfirmed: string[] | null };

/** What PostgreSQL knows of the index now: prepared, one index scan, nothing to read while all is confirmed. */
async function readIndexView(): Promise<IndexView> {
  const [row] = await pool()<Row[]>`
    select record.value,
      (select json_agg(insight_id) from (
        select insight_id from insight_index_states where confirmed is distinct from wanted
        order by changed_at limit ${mostUnconfirmed + 1}
      ) as states) as unconfirmed
    from (select 1) as one
    left join settings record on record.key = ${indexRecordKey()}`;
  return {
    record: parseIndexRecord(row?.value),
    unconfirmed: row?.unconfirmed ?? [],
  };
}

/**
 * Begins to read it, beside finding out who asks. Whatever was saved before that is in this view, or was confirmed and
 * so is in the engine, which must be asked afterwards.
 */
export function beginIndexView(): Promise<IndexView> | undefined {
  if (!isEngineOn()) return undefined;
  const view = readIndexView();
  view.catch(() => {});
  return view;
}
