import { timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.server.ts";

const key = "first-run";
export const firstRunHours = 24;

type Kept = { tokenHash: string; until: string };

/**
 * The secret of the link that makes an empty library somebody's own, once and for a day; only its digest is kept, where
 * every web process finds it. One made before opens nothing any more. Undefined when there are people.
 */
export function offerFirstRun(): Promise<string | undefined> {
  return runTransaction(async (tx) => {
    if (await hasPeople(tx)) return undefined;
    const token = newSecretToken();
    const until = new Date(Date.now() + firstRunHours * 3_600_000).toISOString();
    const value: Kept = { tokenHash: hashSecretToken(token), until };
    await tx
      .insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } });
    return token;
  });
}

/** Whether the link with this secret can still be used; looking at it does not use it. */
export async function isFirstRun(token: string): Promise<boolean> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return opens(row?.value as Kept | undefined, token) && !(await hasPeople(db));
}

/** Uses it, inside the caller's transaction: whoever comes second waits, and finds it used. */
export async function takeFirstRun(tx: Tx, token: string): Promise<boolean> {
  const [row] = await tx
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, key))
    .for("update");
  if (!opens(row?.value as Kept | undefined, token) || (await hasPeople(tx))) return false;
  await tx.delete(settings).where(eq(settings.key, key));
  return true;
}

function opens(kept: Kept | undefined, token: string): boolean {
  if (!kept || new Date(kept.until) < new Date()) return false;
  return timingSafeEqual(Buffer.from(kept.tokenHash), Buffer.from(hashSecretToken(token)));
}

async function hasPeople(from: Tx | typeof db): Promise<boolean> {
  const [row] = await from.select({ one: sql`1` }).from(people).limit(1);
  return row !== undefined;
}
