import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { judgedQueries } from "./judged-queries.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { listBodies } = await import("#app/insights/list-bodies.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { db } = await import("#db/client.server.ts");
const { seedDemoLibrary } = await import("#db/demo/seed-demo-library.server.ts");
const { aPerson, found } = await import("./library.ts");

const looksAt = 5;
let reader: Awaited<ReturnType<typeof aPerson>>;

beforeAll(async () => {
  await seedDemoLibrary({ onProgress: () => {} });
  await ensureIndex();
  await indexUnconfirmed();
  const [priya] = await db.execute<{ id: string; team: typeof reader.team }>(sql`
    select people.id, json_build_object('id', teams.id, 'slug', teams.slug, 'name', teams.name) as team
    from people join teams on teams.id = people.team_id where handle = 'priya'`);
  reader = { ...(await aPerson()), ...priya };
}, 240_000);
afterAll(closeSender);

test.each(judgedQueries)("%s", async (query, answer) => {
  const { ids, basic } = await found(reader, { q: query });
  const first = ids.slice(0, looksAt);
  const bodies = await listBodies(first);
  expect(basic).toBe(false);
  expect(first.map((id) => bodies.get(id) ?? "").join("\n---\n")).toMatch(answer);
});
