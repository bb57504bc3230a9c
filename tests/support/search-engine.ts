import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import type { TestDatabase } from "./database.ts";

/** What it is asked, it answers: on a busy machine late. How soon readers are served without it is for the tests about that. */
const patient = { SEARCH_WITHIN_MS: "9000", SIMILAR_WITHIN_MS: "9000" };

export type TestSearchIndex = { url: string; masterKey: string; prefix: string };

/**
 * Gives this test file search indexes of its own and the keys to use them, stored in its database as in the
 * application. Call it once at the top of the file, after `useDatabase()`.
 */
export function useSearchIndex(database: TestDatabase): TestSearchIndex {
  const engine = inject("searchEngine");
  if (!engine) throw new Error("These tests need Meilisearch, and there is none: set MEILISEARCH_BIN.");
  const prefix = `test-${randomBytes(6).toString("hex")}`;
  Object.assign(process.env, patient, {
    MEILISEARCH_URL: engine.url,
    MEILISEARCH_INDEX_PREFIX: prefix,
  });

  beforeAll(async () => {
    const { mintSearchKeys } = await import("#app/search/mint-search-keys.server.ts");
    await mintSearchKeys({ ownerUrl: database.ownerUrl, engineUrl: engine.url, masterKey: engine.masterKey });
  });
  // The engine goes with the run: what is left behind in it fails nobody.
  afterAll(() => deleteIndexes(engine, prefix).catch(() => {}));
  return { ...engine, prefix };
}

async function deleteIndexes(engine: { url: string; masterKey: string }, prefix: string): Promise<void> {
  const headers = { authorization: `Bearer ${engine.masterKey}`, "accept-encoding": "identity" };
  const answer = await fetch(`${engine.url}/indexes?limit=1000`, { headers });
  const { results } = (await answer.json()) as { results: { uid: string }[] };
  const ours = results.filter(({ uid }) => uid.startsWith(prefix));
  await Promise.all(
    ours.map(({ uid }) => fetch(`${engine.url}/indexes/${uid}`, { method: "DELETE", headers })),
  );
}
