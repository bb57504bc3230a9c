import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { signingKeys } from "#db/schema/settings.server.ts";

const known = new Map<string, Buffer>();

/** What this library signs with for a purpose: made by whoever needs it first, the same in every process from then on. */
export async function findSigningKey(purpose: string): Promise<Buffer> {
  const kept = known.get(purpose);
  if (kept) return kept;
  const key = randomBytes(32).toString("base64url");
  await db.insert(signingKeys).values({ purpose, key }).onConflictDoNothing();
  const [row] = await db
    .select({ key: signingKeys.key })
    .from(signingKeys)
    .where(eq(signingKeys.purpose, purpose));
  if (!row) throw new Error("the signing key was not kept");
  const found = Buffer.from(row.key, "base64url");
  known.set(purpose, found);
  return found;
}
