import { askEngine, mainIndex } from "./engine.server.ts";
import type { EngineTrouble } from "./engine-errors.server.ts";
import { readIndexRecord } from "./index-record.server.ts";

export type SearchState = "ok" | EngineTrouble;

/** How search stands now, found by asking the engine something small: for `/health/ready` and the pages' notice. */
export async function searchState(): Promise<SearchState> {
  const [record, asked] = await Promise.all([
    readIndexRecord(),
    askEngine(({ client }) => client.index(mainIndex()).search("", { limit: 0 })),
  ]);
  if ("trouble" in asked) return asked.trouble;
  return record.status === "ready" ? "ok" : "rebuilding";
}
