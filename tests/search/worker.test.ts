import { beforeEach, expect, test, vi } from "vitest";

const indexInsights = vi.hoisted(() => vi.fn<(ids: string[]) => Promise<string>>());
vi.mock("#app/search/index-insights.server.ts", () => ({ indexInsights }));
const tellOfEvents = vi.hoisted(() => vi.fn<(ids: string[]) => Promise<number>>());
vi.mock("#app/notifications/tell-of-events.server.ts", () => ({ tellOfEvents }));
const { react } = await import("#app/worker.server.ts");

const job = (id: string, name: string, subjectId: string | null) => ({
  id,
  data: { eventId: id, name, subjectId },
});

beforeEach(() => {
  indexInsights.mockReset().mockResolvedValue("indexed");
  tellOfEvents.mockReset().mockResolvedValue(0);
});

test("a batch is indexed at once, each insight one time; other events pass by", async () => {
  const results = await react([
    job("1", "insight.posted", "a"),
    job("2", "insight.edited", "a"),
    job("3", "insight.hidden", "b"),
    job("4", "person.signed-in", "c"),
    job("5", "something.new", "d"),
  ]);
  expect(indexInsights.mock.calls).toEqual([[["a", "b"]]]);
  expect(results.map(({ status }) => status)).toEqual(Array(5).fill("completed"));
});

test("whoever must know who did it is given the ledger's entries, each of them", async () => {
  await react([
    job("1", "insight.posted", "a"),
    job("2", "insight.edited", "a"),
    job("3", "insight.hidden", "b"),
  ]);
  expect(tellOfEvents.mock.calls).toEqual([[["1", "2"]]]);
});

test("one poisonous job fails alone", async () => {
  indexInsights.mockImplementation(async (ids) => {
    if (ids.includes("poison")) throw new Error("refused");
    return "indexed";
  });
  const results = await react([
    job("1", "insight.posted", "a"),
    job("2", "insight.posted", "poison"),
    job("3", "insight.posted", "b"),
  ]);
  expect(results).toEqual([
    { id: "1", status: "completed" },
    { id: "2", status: "failed" },
    { id: "3", status: "completed" },
  ]);
});
