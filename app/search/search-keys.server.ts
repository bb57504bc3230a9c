import { inArray } from "drizzle-orm";
import { env } from "#app/env.server.ts";
import { db } from "#db/client.server.ts";
import { searchKeys } from "#db/schema/search.server.ts";

export type KeyPurpose = "index" | "search";
export type SearchKey = { uid: string; key: string };
type Keys = Partial<Record<KeyPurpose, SearchKey>>;

let known: Promise<Keys> | undefined;

/** The row a key is kept in: one a purpose and index prefix. */
export function keyRow(purpose: KeyPurpose, prefix: string): string {
  return `${purpose}:${prefix}`;
}

/** The key minted for that purpose, read once; undefined when none was. */
export async function findSearchKey(purpose: KeyPurpose): Promise<SearchKey | undefined> {
  known ??= readKeys();
  try {
    const keys = await known;
    if (!keys[purpose]) known = undefined;
    return keys[purpose];
  } catch (error) {
    known = undefined;
    throw error;
  }
}

/** Forgets what was read, so that a key minted anew is found after the old one was refused. */
export function forgetSearchKeys(): void {
  known = undefined;
}

async function readKeys(): Promise<Keys> {
  const prefix = env().MEILISEARCH_INDEX_PREFIX;
  const purposes: KeyPurpose[] = ["index", "search"];
  const names = new Map(purposes.map((purpose) => [keyRow(purpose, prefix), purpose]));
  const rows = await db
    .select()
    .from(searchKeys)
    .where(inArray(searchKeys.purpose, [...names.keys()]));
  const keys: Keys = {};
  for (const { purpose: row, uid, key } of rows) {
    const purpose = names.get(row);
    if (purpose) keys[purpose] = { uid, key };
  }
  return keys;
}
