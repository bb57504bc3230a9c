import { lt, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { changeMarks } from "#db/schema/change-marks.server.ts";

/** Nothing is kept for longer than a minute without being made anew: what happened an hour ago is in it. */
export async function sweepChangeMarks({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
  signal?.throwIfAborted();
  await db.delete(changeMarks).where(lt(changeMarks.at, sql`now() - interval '1 hour'`));
}
