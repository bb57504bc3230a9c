import { setTimeout as sleep } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { compareIndex } from "#app/search/compare-index.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { startProcess } from "#tests/support/processes.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { startRoundRobin } from "./round-robin.ts";

const database = useDatabase();
const files = useFilesFolder();
useSearchIndex(database);
afterAll(closeSender);

const posters = 6;
const each = 25;

test("three web processes and two workers on one database, one of each killed under load: nothing acknowledged is lost, nothing done twice", async () => {
  const reader = await aPerson({ handle: "reader" });
  const author = await aPerson();
  const { slug } = await aDepartment();
  const key = (await mintApiKey({ email: `${author.handle}@library.example`, name: "a test" })) ?? "";
  const shared = {
    DATABASE_URL: database.url,
    DATABASE_POOL: "5",
    MEILISEARCH_URL: process.env.MEILISEARCH_URL ?? "",
    MEILISEARCH_INDEX_PREFIX: process.env.MEILISEARCH_INDEX_PREFIX ?? "",
    FILES_DIR: files,
    REQUESTS_PER_MINUTE: "1000000",
    WRITES_PER_MINUTE: "1000000",
    LOG_LEVEL: "silent",
  };
  const webs = await Promise.all([1, 2, 3].map(() => startProcess({ what: "serve", env: shared })));
  const workers = await Promise.all([1, 2].map(() => startProcess({ what: "worker", env: shared })));
  const proxy = await startRoundRobin(webs.map(({ origin }) => origin));

  /** Posts as a program does that is not sure it was heard: again with the same key until it is answered. */
  const acknowledged = new Map<string, string>();
  async function post(idempotencyKey: string): Promise<void> {
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    };
    const body = JSON.stringify({
      body: `Heard ${idempotencyKey} @reader`,
      departments: [slug],
      channel: "coffee",
    });
    for (let attempt = 0; attempt < 50; attempt += 1) {
      // A process killed half-way through its answer has not acknowledged anything: asked again, as one that said nothing.
      const id = await fetch(`${proxy.origin}/api/v1/insights`, { method: "POST", headers, body })
        .then(async (answer) => (answer.ok ? ((await answer.json()) as { id: string }).id : undefined))
        .catch(() => undefined);
      if (id) return void acknowledged.set(idempotencyKey, id);
      await sleep(20 * attempt);
    }
    throw new Error("nobody answered");
  }
  const posting = Promise.all(
    Array.from({ length: posters }, async () => {
      for (let number = 0; number < each; number += 1) await post(newId());
    }),
  );
  await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan((posters * each) / 5), {
    timeout: 60_000,
  });
  webs[1]?.process.kill("SIGKILL");
  workers[0]?.process.kill("SIGKILL");
  await posting;

  expect([...proxy.served.values()].filter((count) => count > 0)).toHaveLength(3);
  expect(acknowledged.size).toBe(posters * each);
  const rows = await db.select().from(insights).where(eq(insights.authorId, author.id));
  // Each key once, though some were sent several times, to different processes.
  expect(rows.map(({ idempotencyKey }) => idempotencyKey).sort()).toEqual([...acknowledged.keys()].sort());
  expect(rows.map(({ id }) => id).sort()).toEqual([...acknowledged.values()].sort());
  expect(await checkInvariants()).toEqual([]);

  // The worker that is left does the other's share: all indexed, everybody told once.
  await vi.waitFor(
    async () => {
      const told = await db.select().from(notifications).where(eq(notifications.personId, reader.id));
      expect(new Set(told.map(({ insightId }) => insightId)).size).toBe(rows.length);
      expect(told).toHaveLength(rows.length);
      const [lag] = await db.execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from insight_index_states where confirmed is distinct from wanted`,
      );
      expect(lag?.waiting).toBe(0);
    },
    { timeout: 120_000, interval: 200 },
  );
  expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  const posted = await db
    .select()
    .from(events)
    .where(
      inArray(
        events.subjectId,
        rows.map(({ id }) => id),
      ),
    );
  expect(posted.filter(({ name }) => name === "insight.posted")).toHaveLength(rows.length);
  await proxy.close();
}, 300_000);
