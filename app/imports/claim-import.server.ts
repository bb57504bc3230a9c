import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import { type RunningState, runningStates } from "./import.ts";
import { type ImportMapping, importMapping } from "./import-mapping.ts";

/** An import one process has taken upon itself. */
export type ClaimedImport = {
  id: string;
  runner: string;
  personId: string;
  state: RunningState;
  mapping: ImportMapping;
  rowsRead: number;
};

/** So long silent, and whoever was at it is taken for dead. */
const silence = sql`now() - interval '15 seconds'`;

/** Takes up an import that waits for a worker, or whose worker has died. */
export function claimNextImport(): Promise<ClaimedImport | undefined> {
  const waiting = db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        inArray(imports.state, [...runningStates]),
        eq(imports.place, "worker"),
        or(isNull(imports.aliveAt), lt(imports.aliveAt, silence)),
      ),
    )
    .orderBy(imports.changedAt)
    .limit(1)
    .for("update", { skipLocked: true });
  return claim(inArray(imports.id, waiting));
}

/** Takes up this very import, from whoever may be at it: they notice at their next set of rows. */
export function takeUpImport(id: string): Promise<ClaimedImport | undefined> {
  return claim(and(eq(imports.id, id), inArray(imports.state, [...runningStates])));
}

async function claim(where: ReturnType<typeof and>): Promise<ClaimedImport | undefined> {
  const runner = newId();
  const [claimed] = await db.update(imports).set({ runner, aliveAt: sql`now()` }).where(where).returning({
    id: imports.id,
    personId: imports.personId,
    state: imports.state,
    mapping: imports.mapping,
    rowsRead: imports.rowsRead,
  });
  if (!claimed) return undefined;
  const { state, mapping, ...rest } = claimed;
  return { ...rest, runner, state: state as RunningState, mapping: importMapping.parse(mapping) };
}

/** The import as long as it is still this runner's to go on with. */
export function stillClaimed({ id, runner, state }: ClaimedImport): ReturnType<typeof and> {
  return and(eq(imports.id, id), eq(imports.runner, runner), eq(imports.state, state));
}

/** Says every few seconds that somebody is at it. */
export function keepClaim(claimed: ClaimedImport): { stop(): void } {
  const timer = setInterval(() => {
    void db
      .update(imports)
      .set({ aliveAt: sql`now()` })
      .where(stillClaimed(claimed))
      .catch(() => {});
  }, 3_000);
  return { stop: () => clearInterval(timer) };
}

/** Lets it go, for the next worker to take up at once. */
export async function releaseClaim(claimed: ClaimedImport): Promise<void> {
  await db.update(imports).set({ runner: null, aliveAt: null }).where(stillClaimed(claimed));
}
