import { type SQL, sql } from "drizzle-orm";
import { changeMarks } from "#db/schema/change-marks.server.ts";

type Told = {
  /** In which it was told of a change last. */
  snapshot: string;
  /** How often it has been told of changes: what is made from now on holds all that happened before this number. */
  number: number;
  /** How often it has been told since that nothing had changed. */
  inVain: number;
};

let last: Told = { snapshot: "1:1:", number: 0, inVain: 0 };

/**
 * What this process has been told of changes. It is `calm` when it has asked twice in vain: then nothing is expected to
 * have changed. Once may have been for an answer made anew, a moment after the one that told of a change.
 */
export function toldOfChanges(): { number: number; calm: boolean } {
  return { number: last.number, calm: last.inVain >= 2 };
}

const seen = sql`${sql.placeholder("seenSnapshot")}::pg_snapshot`;

/**
 * To be asked along with something else: whether anything that pages are made of has been changed and committed since this
 * process was last told. PostgreSQL's snapshots say so exactly, however late a transaction commits.
 */
export const changeColumns: { snapshot: SQL<string>; changed: SQL<boolean> } = {
  snapshot: sql<string>`pg_current_snapshot()::text`,
  // A snapshot of a later moment than now is one of another database: of the one there was before a restore.
  changed: sql<boolean>`pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(${seen}) or exists (select from ${changeMarks} where ${changeMarks.xid} >= pg_snapshot_xmin(${seen})
    and ${changeMarks.xid} < pg_snapshot_xmax(pg_current_snapshot())
    and not pg_visible_in_snapshot(${changeMarks.xid}, ${seen}))`,
};

export type LookForChanges = {
  /** The values `changeColumns` waits for. */
  values: Record<"seenSnapshot", string>;
  /** Takes the answer: the number since which nothing has changed, or undefined when something has. */
  told(answer: { snapshot: string; changed: boolean }): number | undefined;
};

export function lookForChanges(): LookForChanges {
  const sent = last;
  return {
    values: { seenSnapshot: sent.snapshot },
    told({ snapshot, changed }) {
      if (!changed) {
        sent.inVain += 1;
        return sent.number;
      }
      // Somebody else may have been told meanwhile, of more or of less: theirs counts.
      if (last === sent) last = { snapshot, number: sent.number + 1, inVain: 0 };
      return undefined;
    },
  };
}
