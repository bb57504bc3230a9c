import { type SQL, sql } from "drizzle-orm";
import { changeMarks } from "#db/schema/change-marks.server.ts";

/** What this process has been told of: the snapshot it was told in, and how often it has been told of changes. */
let last = { snapshot: "1:1:", number: 0 };

/** What is made from now on holds everything that happened before this number. */
export function changeNumber(): number {
  return last.number;
}

const seen = sql`${sql.placeholder("seenSnapshot")}::pg_snapshot`;

/**
 * To be asked along with something else: whether anything that pages are made of has been changed and committed since this
 * process was last told. PostgreSQL's snapshots say so exactly, however late a transaction commits.
 */
export const changeColumns: { snapshot: SQL<string>; changed: SQL<boolean> } = {
  snapshot: sql<string>`pg_current_snapshot()::text`,
  changed: sql<boolean>`exists (select from ${changeMarks} where ${changeMarks.xid} >= pg_snapshot_xmin(${seen})
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
      if (!changed) return sent.number;
      // Somebody else may have been told meanwhile, of more or of less: theirs counts.
      if (last === sent) last = { snapshot, number: sent.number + 1 };
      return undefined;
    },
  };
}
