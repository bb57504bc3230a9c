import { drizzle } from "drizzle-orm/postgres-js";
import { type KeyCreation, Meilisearch } from "meilisearch";
import postgres from "postgres";
import { v5 } from "uuid";
import { env } from "#app/env.server.ts";
import { searchKeys } from "#db/schema/search.server.ts";
import { identityEncoding, mainIndex } from "./engine.server.ts";
import { isNotFound } from "./engine-errors.server.ts";
import { type KeyPurpose, keyRow } from "./search-keys.server.ts";

type Minting = {
  ownerUrl: string;
  engineUrl: string;
  masterKey: string;
  /** Default: MEILISEARCH_INDEX_PREFIX. */
  indexPrefix?: string;
};

const namespace = "0b6d2a0e-6c1f-5b3e-9a55-3f0e6f6b1c77";

/**
 * Makes the two engine keys the application works with, on this prefix's indexes only, and keeps them in the
 * database; run again it changes nothing. Run by start and migrate: nobody else ever holds the master key.
 */
export async function mintSearchKeys(minting: Minting): Promise<void> {
  const prefix = minting.indexPrefix ?? env().MEILISEARCH_INDEX_PREFIX;
  const engine = new Meilisearch({
    host: minting.engineUrl,
    apiKey: minting.masterKey,
    timeout: 10_000,
    requestInit: identityEncoding,
  });
  const rows = await Promise.all([mintKey(engine, "index", prefix), mintKey(engine, "search", prefix)]);

  const sql = postgres(minting.ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const db = drizzle(sql, { casing: "snake_case" });
    for (const row of rows) {
      await db
        .insert(searchKeys)
        .values(row)
        .onConflictDoUpdate({ target: searchKeys.purpose, set: { uid: row.uid, key: row.key } });
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function wantedKey(purpose: KeyPurpose, prefix: string): KeyCreation & { uid: string } {
  return {
    uid: v5(`${purpose} ${prefix}`, namespace),
    name: `Corridor, ${purpose}`,
    actions:
      purpose === "search"
        ? ["search"]
        : [
            "documents.add",
            "documents.get",
            "documents.delete",
            "indexes.create",
            "indexes.get",
            "indexes.delete",
            "indexes.swap",
            "settings.get",
            "settings.update",
            "stats.get",
            "tasks.get",
            "version",
          ],
    indexes: purpose === "search" ? [mainIndex(prefix)] : [`${mainIndex(prefix)}*`],
    expiresAt: null,
  };
}

async function mintKey(
  engine: Meilisearch,
  purpose: KeyPurpose,
  prefix: string,
): Promise<{ purpose: string; uid: string; key: string }> {
  const wanted = wantedKey(purpose, prefix);
  const found = await findKey(engine, wanted.uid);
  const isAsWanted =
    found && sameSet(found.actions, wanted.actions) && sameSet(found.indexes, wanted.indexes);
  if (found && !isAsWanted) await engine.deleteKey(wanted.uid);
  const { uid, key } = isAsWanted ? found : await engine.createKey(wanted);
  return { purpose: keyRow(purpose, prefix), uid, key };
}

async function findKey(
  engine: Meilisearch,
  uid: string,
): Promise<{ uid: string; key: string; actions: string[]; indexes: string[] } | undefined> {
  try {
    return await engine.getKey(uid);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
