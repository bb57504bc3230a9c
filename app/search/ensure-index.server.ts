import { log } from "#app/log.server.ts";
import { isEngineOn, mainIndex, openEngine } from "./engine.server.ts";
import { type EngineTrouble, engineErrorCode, engineTrouble, isNotFound } from "./engine-errors.server.ts";
import { giveSynonyms } from "./engine-synonyms.server.ts";
import { changeIndexRecord, readIndexRecord } from "./index-record.server.ts";
import { settingsVersion } from "./index-settings.server.ts";
import { type Reindexing, reindex } from "./reindex.server.ts";

export type IndexHealth = "ok" | "rebuilt" | EngineTrouble;

/**
 * Sees that the engine holds our index, whole and with the settings of this code: a missing, strange or outdated one
 * is built anew from PostgreSQL. An outdated one serves until the new one takes its place. Changed synonyms are given to
 * the index that serves.
 */
export async function ensureIndex(reindexing: Reindexing = {}): Promise<IndexHealth> {
  if (!isEngineOn()) return "off";
  try {
    const engine = await openEngine("index");
    if (!engine) return "key-refused";
    const [record, createdAt] = await Promise.all([
      readIndexRecord(),
      engine.client.getRawIndex(mainIndex()).then((index) => index.createdAt, unlessMissing),
    ]);
    if (record.epoch === createdAt && record.settingsVersion === settingsVersion) {
      // A rebuild that died after its swap left this to say.
      if (record.status !== "ready") await changeIndexRecord({ status: "ready" });
      await giveSynonyms(engine.client, record);
      return "ok";
    }
    const outcome = await reindex(reindexing);
    return outcome === "rebuilt" ? "rebuilt" : outcome === "not-needed" ? "ok" : "rebuilding";
  } catch (error) {
    const trouble = engineTrouble(error);
    if (!trouble) throw error;
    log().warn({ trouble, code: engineErrorCode(error) }, "the search index could not be ensured");
    return trouble;
  }
}

function unlessMissing(error: unknown): undefined {
  if (!isNotFound(error)) throw error;
}
