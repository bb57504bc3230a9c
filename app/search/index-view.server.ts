import { sql } from "drizzle-orm";
import type { ColumnBeside, ToldBeside } from "#app/people/find-session-person.server.ts";
import { preparedStatement } from "#db/prepared-rows.server.ts";
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

type Seen = { record: unknown; changedAt: string | null; unconfirmed: string[] | null };

/** What was seen last, by whichever request. */
let last: IndexView | undefined;

/**
 * What PostgreSQL knows of the index now: one index scan, nothing to read while all is confirmed. A value by itself, so that
 * it can be asked in a question that is asked anyway. 1001 is one more than `mostUnconfirmed`: a plan has to know it.
 */
const viewInSql = () => sql<Seen>`(
  select json_build_object(
    'record', record.value,
    'changedAt', record.changed_at::text,
    'unconfirmed', (select json_agg(insight_id) from (
      select insight_id from insight_index_states where confirmed is distinct from wanted
      order by changed_at limit 1001
    ) as states))
  from (select 1) as one
  left join settings record on record.key = ${indexRecordKey()})`;

const viewBeside: ColumnBeside = { name: "the index's view", column: viewInSql };

/** Asked in a question that is asked anyway, as a session's is; undefined while no engine is. */
export function indexViewBeside(): ColumnBeside | undefined {
  return isEngineOn() ? viewBeside : undefined;
}

const readView = preparedStatement<{ seen: Seen }>(() => sql`select ${viewInSql()} as seen`);

function asSeen(seen: unknown): IndexView {
  const { record, changedAt, unconfirmed } = seen as Seen;
  last = {
    record: parseIndexRecord(record),
    unconfirmed: unconfirmed ?? [],
    changedAt: changedAt ?? "",
  };
  return last;
}

function isQuiet({ record, unconfirmed }: IndexView): boolean {
  return record.status === "ready" && unconfirmed.length === 0;
}

/** Since when the index has been as it was seen last; undefined when something was on its way into it. */
export function quietSince(): string | undefined {
  return last && isQuiet(last) ? last.changedAt : undefined;
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
 * Begins to read it, beside finding out who asks: in the same question where that was asked along (`indexViewBeside`).
 * Whatever was saved before that is in this view, or was confirmed and so is in the engine, which must be asked afterwards.
 */
export function beginIndexView(besideSession?: ToldBeside): Promise<IndexView> | undefined {
  if (!isEngineOn()) return undefined;
  const view = readIndexView(besideSession);
  view.catch(() => {});
  return view;
}

async function readIndexView(besideSession?: ToldBeside): Promise<IndexView> {
  const seen = besideSession?.name === viewBeside.name && (await besideSession.told);
  if (seen) return asSeen(seen);
  const [row] = await readView({});
  return asSeen(row?.seen);
}
