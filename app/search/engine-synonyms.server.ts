import { createHash } from "node:crypto";
import type { Meilisearch } from "meilisearch";
import { mainIndex } from "./engine.server.ts";
import { findDialect } from "./find-dialect.server.ts";
import { finishTask } from "./finish-task.server.ts";
import { changeIndexRecord, type IndexRecord } from "./index-record.server.ts";

type EngineSynonyms = { synonyms: Record<string, string[]>; synonymsVersion: string };

/** What the engine is to take for one another, and its version. */
export async function readEngineSynonyms(): Promise<EngineSynonyms> {
  const { engineSynonyms: synonyms } = await findDialect();
  const synonymsVersion = createHash("sha256").update(JSON.stringify(synonyms)).digest("hex").slice(0, 12);
  return { synonyms, synonymsVersion };
}

/** Gives the index that serves the synonyms of now, when it has others: searches go on with those until it has them. */
export async function giveSynonyms(
  client: Meilisearch,
  record: Pick<IndexRecord, "synonymsVersion">,
): Promise<void> {
  const { synonyms, synonymsVersion } = await readEngineSynonyms();
  if (record.synonymsVersion === synonymsVersion) return;
  await finishTask(client, await client.index(mainIndex()).updateSynonyms(synonyms));
  await changeIndexRecord({ synonymsVersion });
}
