import { sql } from "drizzle-orm";
import { Meilisearch } from "meilisearch";
import { canRead } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { identityEncoding, mainIndex } from "#app/search/engine.server.ts";
import { readWantedDocuments } from "#app/search/insight-document.server.ts";
import { searchInsights } from "#app/search/search-insights.server.ts";
import { readSearch } from "#app/search/understand-request.server.ts";
import { db } from "#db/client.server.ts";
import { bm25 } from "./bm25.ts";

/** A way of answering a question: ids, the best first. */
export type Way = (q: string) => Promise<string[]> | string[];

export type RawEngine = { url: string; masterKey: string };

const shown = 10;

/** Every way of answering that is compared, over what this person may read of the library as it is now. */
export async function allWays(person: Person, engine: RawEngine): Promise<Record<string, Way>> {
  const documents = await readableDocuments(person);
  return {
    Corridor: ours(person),
    "Meilisearch as it comes": await rawEngine(documents, engine),
    "PostgreSQL websearch, ts_rank_cd": inPostgres(documents, websearch),
    "PostgreSQL words OR-ed, ts_rank": inPostgres(documents, anyWord),
    "BM25 over everything": bm25(
      documents.map(({ id, body, departmentWords, tagWords, authorName }) => ({
        id,
        text: [body, ...departmentWords, ...tagWords, authorName].join("\n"),
      })),
    ),
  };
}

type Held = { id: string; body: string; departmentWords: string[]; tagWords: string[]; authorName: string };

async function readableDocuments(person: Person): Promise<Held[]> {
  const rows = await db.execute<{ id: string }>(sql`select id from insights`);
  const wanted = await readWantedDocuments(rows.map(({ id }) => id));
  return wanted.flatMap(({ document }) => (document && canRead(person, document) ? [document] : []));
}

/** What a page of results shows when typing has settled. */
function ours(person: Person): Way {
  return async (q) => {
    const request = await readSearch({ person, parameters: new URLSearchParams({ q }) });
    const { hits } = await searchInsights({ person, request, size: shown });
    return hits.map(({ id }) => id);
  };
}

/** The same documents in an index with nothing set. */
async function rawEngine(documents: readonly Held[], { url, masterKey }: RawEngine): Promise<Way> {
  const client = new Meilisearch({ host: url, apiKey: masterKey, requestInit: identityEncoding });
  const uid = `${mainIndex()}-as-it-comes`;
  await client.deleteIndex(uid).waitTask();
  const plain = documents.map(({ id, body, departmentWords, tagWords, authorName }) => ({
    ...{ id, body, departmentWords, tagWords, authorName },
  }));
  const task = client.index(uid).addDocuments(plain, { primaryKey: "id" });
  await task.waitTask({ timeout: 120_000 });
  return async (q) => {
    const { hits } = await client.index<Held>(uid).search(q, { limit: shown });
    return hits.map(({ id }) => id);
  };
}

const websearch = (q: string) => sql`
  select id from insights, websearch_to_tsquery('english', ${q}) as asked
  where search_vector @@ asked order by ts_rank_cd(search_vector, asked) desc, seq desc`;

const anyWord = (q: string) => sql`
  select id from insights,
    to_tsquery('english', array_to_string(regexp_split_to_array(
      trim(regexp_replace(lower(${q}), '[^[:alnum:]]+', ' ', 'g')), ' '), ' | ')) as asked
  where search_vector @@ asked order by ts_rank(search_vector, asked) desc, seq desc`;

function inPostgres(documents: readonly Held[], asking: typeof websearch): Way {
  const readable = new Set(documents.map(({ id }) => id));
  return async (q) => {
    const rows = await db.execute<{ id: string }>(asking(q));
    return rows
      .map(({ id }) => id)
      .filter((id) => readable.has(id))
      .slice(0, shown);
  };
}
