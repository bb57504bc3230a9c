import { pool } from "#db/client.server.ts";
import { isEngineOn } from "./engine.server.ts";
import { type IndexRecord, indexRecordKey, parseIndexRecord } from "./index-record.server.ts";

/** How many changes may be on their way before the index counts as being rebuilt. */
export const mostUnconfirmed = 1_000;

export type IndexView = {
  record: IndexRecord;
  /** Insights the index is not known to be right about, at most one more than `mostUnconfirmed`. */
  unconfirmed: string[];
  /** When an insight was last confirmed, or anything else of the index changed. */
  changedAt: string;
};

type Row = { value: unknown; changedAt: string | null; unconfirmed: string[] | null };

/** What was seen last, by whichever request. */
let last: IndexView | undefined;

/** What PostgreSQL knows of the index now: prepared, one index scan, nothing to read while all is confirmed. */
async function readIndexView(): Promise<IndexView> {
  const [row] = await pool()<Row[]>`
    select record.value, record.changed_at::text as "changedAt",
      (select json_agg(insight_id) from (
        select insight_id from insight_index_states where confirmed is distinct from wanted
        order by changed_at limit ${mostUnconfirmed + 1}
      ) as states) as unconfirmed
    from (select 1) as one
    left join settings record on record.key = ${indexRecordKey()}`;
  last = {
    record: parseIndexRecord(row?.value),
    unconfirmed: row?.unconfirmed ?? [],
    changedAt: row?.changedAt ?? "",
  };
  return last;
}

function isQuiet({ record, unconfirmed }: IndexView): boolean {
  return record.status === "ready" && unconfirmed.length === 0;
}

/**
 * When nothing was on its way the last time, it is likely that nothing is now, and the engine can be asked without
 * waiting for the view. What is given back tells whether that was right: nothing is on its way, and nothing has been
 * confirmed since that last time, so whatever was saved before was in the engine already when it was asked.
 */
export function expectQuiet(): ((view: IndexView) => boolean) | undefined {
  const before = last;
  if (!before || !isQuiet(before)) return undefined;
  return (view) => isQuiet(view) && view.changedAt === before.changedAt;
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
