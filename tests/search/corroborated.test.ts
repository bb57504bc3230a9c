import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { corroborate } = await import("#app/insights/corroborate.server.ts");
const { withdrawCorroboration } = await import("#app/insights/withdraw-corroboration.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { listFilteredInsights } = await import("#app/search/list-filtered-insights.server.ts");
const { parseSearchRequest } = await import("#app/search/search-request.ts");
const { anInsight, aPerson, found } = await import("./library.ts");

beforeAll(async () => {
  expect(await ensureIndex()).toBe("rebuilt");
});
afterAll(closeSender);

test("a colleague's name finds what they have heard too, until they take it back", async () => {
  const [author, other, reader] = [await aPerson(), await aPerson(), await aPerson()];
  const id = await anInsight({ person: author, body: "The okapi lecture is moved" });
  const request = { q: "okapi", people: [other.handle] };
  const basic = async () => {
    const read = parseSearchRequest(new URLSearchParams(`person=${other.handle}`));
    return (await listFilteredInsights({ person: reader, request: read, limit: 5 })).cards.map(
      (card) => card.id,
    );
  };
  await indexUnconfirmed();
  expect(await found(reader, request)).toMatchObject({ ids: [], total: 0 });
  await corroborate({ person: other, id });
  expect(await found(reader, request), "not indexed yet").toMatchObject({ ids: [id], total: 1 });
  await indexUnconfirmed();
  expect(await found(reader, request), "indexed").toMatchObject({ ids: [id], total: 1, basic: false });
  expect(await basic()).toEqual([id]);
  expect(await found(reader, { q: "okapi", people: [author.handle] })).toMatchObject({ ids: [id] });
  await withdrawCorroboration({ person: other, id });
  expect(await found(reader, request), "withdrawn").toMatchObject({ ids: [], total: 0 });
  await indexUnconfirmed();
  expect(await found(reader, request), "withdrawn and indexed").toMatchObject({ ids: [], total: 0 });
  expect(await basic()).toEqual([]);
});

test("of hits that match equally well, what several teams have heard comes first", async () => {
  const [author, reader] = [await aPerson(), await aPerson()];
  const strong = await anInsight({ person: author, body: "The quagga seminar" });
  const weak = await anInsight({ person: author, body: "The quagga seminar" });
  const exact = await anInsight({ person: author, body: "quagga" });
  for (const person of [await aPerson(), await aPerson()]) await corroborate({ person, id: strong });
  await indexUnconfirmed();
  expect((await found(reader, { q: "quagga seminar" })).ids).toEqual([strong, weak, exact]);
});
