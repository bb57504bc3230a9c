import { eq, sql } from "drizzle-orm";
import { MeilisearchApiError } from "meilisearch";
import { log } from "#app/log.server.ts";
import { db } from "#db/client.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { indexRecordKey } from "./index-record.server.ts";

/** Whether the engine takes in what changes: one that is full still answers searches, and nobody would notice. */
const indexingStates = ["ok", "disk-full", "failing"] as const;
export type IndexingState = (typeof indexingStates)[number];

const key = () => `${indexRecordKey()}:indexing`;

/** As whoever indexes left it, for `/health/ready` and the system's page. */
export async function indexingState(): Promise<IndexingState> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key()));
  return indexingStates.find((state) => state === row?.value) ?? "ok";
}

let noted: IndexingState | undefined;

/** Leaves word of it, in the database and once in the log, when it has become another. */
export async function noteIndexing(state: IndexingState): Promise<void> {
  if (state === noted) return;
  const value = JSON.stringify(state);
  const changed = await db.execute(sql`
    insert into settings (key, value) select ${key()}, ${value}::jsonb
    where ${state} <> 'ok' or exists (select from settings where key = ${key()})
    on conflict (key) do update set value = excluded.value, changed_at = now()
      where settings.value is distinct from excluded.value
    returning key`);
  noted = state;
  if (changed.length === 0) return;
  if (state === "ok") log().info({ indexing: state }, "the search engine takes insights again");
  else log().error({ indexing: state }, wordsFor[state]);
}

const wordsFor = {
  "disk-full":
    "the search engine's disk is full: posting works, and searches find new insights in the database",
  failing: "the search engine fails to index: posting works, and searches find new insights in the database",
} as const;

type Refusal = { code?: string; message?: string } | null | undefined;

/** What the engine's refusal of documents comes from. Its message is looked at and never kept: it may repeat a text. */
export function causeOfRefusal(refusal: Refusal): Exclude<IndexingState, "ok"> {
  const { code = "", message = "" } = refusal ?? {};
  // What it cannot write down it takes for cut off.
  const isFull = code === "no_space_left_on_device" || code === "malformed_payload";
  return isFull || /no space left|os error 28|MDB_MAP_FULL/i.test(message) ? "disk-full" : "failing";
}

/** The same of an error of the client's; undefined when the engine said nothing at all, or not ours to look at. */
export function causeOfError(error: unknown): Exclude<IndexingState, "ok"> | undefined {
  if (!(error instanceof MeilisearchApiError) || error.response.status === 401) return undefined;
  return causeOfRefusal(error.cause) === "disk-full" ? "disk-full" : undefined;
}
