import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
const engine = useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { withdrawInsight, restoreInsight } = await import("#app/insights/withdraw-insight.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexInsights } = await import("#app/search/index-insights.server.ts");
const { openEngine, mainIndex } = await import("#app/search/engine.server.ts");
const { searchState } = await import("#app/search/search-state.server.ts");
const { startWorker } = await import("#app/worker.server.ts");
const { pool } = await import("#db/client.server.ts");
const { aDepartment, anInsight, aPerson, isConfirmed } = await import("./library.ts");

async function held(id: string): Promise<Record<string, unknown> | undefined> {
  const index = (await openEngine("index"))?.client.index(mainIndex());
  return index?.getDocument(id).catch(() => undefined);
}

beforeAll(async () => {
  expect(await searchState()).toBe("rebuilding");
  expect(await ensureIndex()).toBe("rebuilt");
});
afterAll(closeSender);

test("the index has our settings and search is ok", async () => {
  expect(await searchState()).toBe("ok");
  expect(await ensureIndex()).toBe("ok");
  expect(mainIndex()).toBe(`${engine.prefix}-insights`);
});

test("an insight's document holds what it is found by", async () => {
  const person = await aPerson({ name: "Priya Shah" });
  const faculty = await aDepartment({ name: "Faculty of Science" });
  const department = await aDepartment({
    name: "Informatics",
    nicknames: ["Comp Sci"],
    parentId: faculty.id,
  });
  const id = await anInsight({
    person,
    departments: [department],
    body: "Needs GPU hours",
    tags: ["computing"],
  });
  expect(await indexInsights([id])).toBe("indexed");
  expect(await isConfirmed(id)).toBe(true);
  const document = await held(id);
  expect(document).toMatchObject({
    id,
    body: "Needs GPU hours",
    tags: ["computing"],
    departments: [department.slug],
    people: [person.handle],
    heardOn: 20261117,
    wanted: 1,
  });
  expect(document?.departmentWords).toEqual(
    expect.arrayContaining(["Informatics", "Comp Sci", "Faculty of Science"]),
  );
});

test("a withdrawn insight leaves the index and a restored one returns", async () => {
  const person = await aPerson();
  const id = await anInsight({ person });
  await indexInsights([id]);
  await withdrawInsight({ person, id });
  expect(await isConfirmed(id)).toBe(false);
  await indexInsights([id]);
  expect([await held(id), await isConfirmed(id)]).toEqual([undefined, true]);
  await restoreInsight({ person, id });
  await Promise.all([indexInsights([id]), indexInsights([id])]);
  expect((await held(id))?.wanted).toBe(3);
});

test("the worker brings a posted insight into the index", async () => {
  const worker = await startWorker();
  try {
    const person = await aPerson();
    for (let round = 0; round < 5; round++) {
      const id = await anInsight({ person });
      await vi.waitFor(async () => expect(await isConfirmed(id)).toBe(true), {
        timeout: 30_000,
        interval: 3,
      });
    }
  } finally {
    await worker.stop();
  }
});

test("an insight whose job was lost is brought in all the same", async () => {
  const id = await anInsight({ person: await aPerson() });
  await pool()`delete from pgboss.job where name = 'events'`;
  const worker = await startWorker();
  try {
    await vi.waitFor(async () => expect(await isConfirmed(id)).toBe(true), { timeout: 60_000, interval: 50 });
  } finally {
    await worker.stop();
  }
});
