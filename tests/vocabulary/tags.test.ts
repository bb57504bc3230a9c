import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listOfferedTags } from "#app/insights/list-offered-tags.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { coinTags, findTags } from "#app/vocabulary/coin-tags.server.ts";
import { listChannels } from "#app/vocabulary/list-channels.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { channels, tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

async function aTag(name: string, synonyms: string[] = []): Promise<string> {
  const id = newId();
  await db.insert(tags).values({ id, name });
  for (const synonym of synonyms)
    await db.insert(tagSynonyms).values({ id: newId(), tagId: id, name: synonym });
  return id;
}

async function offered(person: Person): Promise<string[]> {
  return (await listOfferedTags({ person })).map(({ name }) => name);
}

test("a name, and each of its synonyms however written, mean one tag", async () => {
  const id = await aTag("research-data", ["RDM", "Data Sharing"]);
  const found = await findTags(["research-data", "rdm", "data-sharing", "unknown"]);
  expect([...found]).toHaveLength(3);
  expect(new Set([...found.values()].map((tag) => tag.id))).toEqual(new Set([id]));
});

test("coined by ten at once, in whatever order, a tag is there once for all of them", async () => {
  const person = await aPerson();
  const names = ["zines", "atlases", "maps"];
  const coined = await Promise.all(
    Array.from({ length: 10 }, (_, turn) =>
      runTransaction((tx) =>
        coinTags(tx, { names: turn % 2 ? names : names.toReversed(), personId: person.id }),
      ),
    ),
  );
  const ids = new Set(coined.flat().map(({ id }) => id));
  expect(ids.size).toBe(3);
  expect(await db.select().from(tags).where(eq(tags.name, "zines"))).toHaveLength(1);
});

test("the library's own tags are offered to everyone, with their synonyms, until they are retired", async () => {
  const id = await aTag("open-access", ["OA", "open publishing"]);
  const person = await aPerson();
  const found = (await listOfferedTags({ person })).find(({ name }) => name === "open-access");
  expect(found).toEqual({ name: "open-access", synonyms: ["OA", "open publishing"] });
  await db.update(tags).set({ retiredAt: new Date() }).where(eq(tags.id, id));
  expect(await offered(person)).not.toContain("open-access");
});

test("a coined tag is offered to those who may read an insight it stands on", async () => {
  const author = await aPerson();
  const [mate, stranger] = [await aPerson({ team: author.team }), await aPerson({ role: "admin" })];
  const seenBy = async (name: string) =>
    Promise.all([author, mate, stranger].map(async (person) => (await offered(person)).includes(name)));
  for (const [visibility, seen] of [
    ["staff", [true, true, true]],
    ["team", [true, true, false]],
    ["me", [true, false, false]],
  ] as const) {
    await anInsight({ person: author, sent: { visibility, tags: [`coined-for-${visibility}`] } });
    expect(await seenBy(`coined-for-${visibility}`)).toEqual(seen);
  }
  const { id } = await anInsight({ person: author, sent: { tags: ["coined-and-gone"] } });
  await withdrawInsight({ person: author, id });
  expect(await seenBy("coined-and-gone")).toEqual([false, false, false]);
  await anInsight({ person: stranger, sent: { tags: ["coined-for-me"] } });
  expect(await seenBy("coined-for-me"), "used again where all may read it").toEqual([true, true, true]);
});

test("twenty channels come with the library, in its order, without the retired", async () => {
  expect(await listChannels()).toHaveLength(20);
  expect((await listChannels())[0]).toMatchObject({ slug: "corridor", formality: "informal" });
  await db.update(channels).set({ retiredAt: new Date() }).where(eq(channels.slug, "coffee"));
  expect((await listChannels()).map(({ slug }) => slug)).not.toContain("coffee");
});
