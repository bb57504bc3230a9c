import type { SearchResponse } from "meilisearch";
import type { Candidate, RankedDocument } from "./candidate.ts";
import { mainIndex, type SearchEngine } from "./engine.server.ts";
import { type EngineFilter, onlyIds } from "./engine-filter.ts";
import { rankedAttributes } from "./index-settings.server.ts";
import { keepDocument, knownDocument } from "./known-documents.ts";

type Wanted = {
  /** Ids of what was found, each with its document's version. */
  ids: ReadonlyMap<string, number>;
  /** What the reader may read at all. */
  always: EngineFilter;
};

/** Reads those documents that were not seen before, and puts them in the order asked for. */
export async function readCandidates(
  engine: SearchEngine,
  token: string,
  { ids, always }: Wanted,
): Promise<Candidate[]> {
  const unknown = [...ids].flatMap(([id, wanted]) => (knownDocument(id, wanted) ? [] : [id]));
  const read = new Map<string, Candidate>();
  if (unknown.length > 0) {
    const asked = {
      q: "",
      filter: [...always, ...onlyIds(unknown)],
      limit: unknown.length,
      attributesToRetrieve: rankedAttributes,
    };
    const path = `indexes/${mainIndex()}/search`;
    const { hits } = await engine.ask<SearchResponse<RankedDocument>>(path, token, asked);
    for (const document of hits) read.set(document.id, keepDocument(document));
  }
  return [...ids].flatMap(([id, wanted]) => read.get(id) ?? knownDocument(id, wanted) ?? []);
}
