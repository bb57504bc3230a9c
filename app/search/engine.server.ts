import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { Meilisearch } from "meilisearch";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import { type EngineTrouble, engineTrouble } from "./engine-errors.server.ts";
import { askQuestion } from "./engine-question.server.ts";
import { findSearchKey, forgetSearchKeys, type SearchKey } from "./search-keys.server.ts";

/** Asked for nothing, Node asks for compression, and every compressed answer takes 40 ms longer. */
export const identityEncoding: RequestInit = { headers: { "accept-encoding": "identity" } };

/** How long it may take, by what it is asked for. */
const timeouts = {
  search: () => env().SEARCH_WITHIN_MS,
  index: () => 5_000,
  rebuild: () => 30_000,
} as const;
const restMilliseconds = 3_000;
const failuresBeforeOpen = 3;

export type SearchEngine = {
  client: Meilisearch;
  key: SearchKey;
  /** Asks one question or, `multi-search`, several. */
  ask<Answer>(path: string, token: string, question: object): Promise<Answer>;
};

/** Whoever asked the search in which a question to the engine comes up. */
const whoWaits = new AsyncLocalStorage<AbortSignal>();

/**
 * Searches as long as somebody waits for the answer: when they have gone, as whoever types on does at every key, the
 * engine is not asked any more, and what it was asked is called off. Such a search ends with the signal's reason.
 */
export function searchWhileWanted<T>(signal: AbortSignal, search: () => Promise<T>): Promise<T> {
  // One search may have more questions under way than Node thinks usual.
  setMaxListeners(0, signal);
  return whoWaits.run(signal, search);
}

export type EngineAnswer<T> = { answer: T } | { trouble: EngineTrouble };

/** The index that is searched; a rebuilt one takes its place by a swap. */
export function mainIndex(prefix: string = env().MEILISEARCH_INDEX_PREFIX): string {
  return `${prefix}-insights`;
}

export function isEngineOn(): boolean {
  return env().MEILISEARCH === "on" && env().MEILISEARCH_URL !== undefined;
}

const breaker = circuitBreaker<EngineTrouble>({
  failures: failuresBeforeOpen,
  rest: restMilliseconds,
  probe: async () => {
    forgetSearchKeys();
    const engine = await openEngine("search");
    if (!engine) throw new Error("no search key has been minted");
    await engine.ask(`indexes/${mainIndex()}/search`, engine.key.key, { q: "", limit: 0 });
  },
});

/**
 * Asks the engine with the search key. Answers at once, without asking, while the engine is known to be unwell.
 * Throws only what is not the engine's trouble.
 */
export async function askEngine<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<EngineAnswer<T>> {
  if (!isEngineOn()) return { trouble: "off" };
  const blocked = breaker.blocked();
  if (blocked) return { trouble: blocked };
  const first = await tryEngine(ask);
  if (!("trouble" in first) || first.trouble !== "key-refused") return settled(first);
  // It may be that `migrate` has minted another since we read ours.
  forgetSearchKeys();
  return settled(await tryEngine(ask));
}

function settled<T>(result: EngineAnswer<T>): EngineAnswer<T> {
  if (!("trouble" in result)) breaker.succeeded();
  else if (result.trouble !== "rebuilding") {
    breaker.failed(result.trouble, { atOnce: result.trouble === "key-refused" });
    log().warn({ trouble: result.trouble }, "the search engine did not answer");
  }
  return result;
}

async function tryEngine<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<EngineAnswer<T>> {
  const engine = await openEngine("search");
  if (!engine) return { trouble: "key-refused" };
  try {
    return { answer: await ask(engine) };
  } catch (error) {
    const trouble = engineTrouble(error);
    if (!trouble) throw error;
    return { trouble };
  }
}

const opened = new Map<string, SearchEngine>();

/** The engine with the key for that use; undefined when search is off or no key has been minted. */
export async function openEngine(use: keyof typeof timeouts): Promise<SearchEngine | undefined> {
  const host = env().MEILISEARCH_URL;
  if (!isEngineOn() || !host) return undefined;
  const key = await findSearchKey(use === "search" ? "search" : "index");
  if (!key) return undefined;
  const found = opened.get(use);
  if (found?.key.key === key.key) return found;
  const timeout = timeouts[use]();
  const client = new Meilisearch({ host, apiKey: key.key, timeout, requestInit: identityEncoding });
  const base = host.endsWith("/") ? host : `${host}/`;
  const engine: SearchEngine = {
    client,
    key,
    ask: async (path, token, question) => {
      const signal = whoWaits.getStore();
      signal?.throwIfAborted();
      return askQuestion({ url: new URL(path, base), token, question, timeout, signal });
    },
  };
  opened.set(use, engine);
  return engine;
}
