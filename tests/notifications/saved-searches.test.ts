import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { listNotifications } from "#app/notifications/list-notifications.server.ts";
import { newsWords } from "#app/notifications/notification.ts";
import { follow } from "#app/people/follow.server.ts";
import { removeSavedSearch } from "#app/search/remove-saved-search.server.ts";
import { saveSearch } from "#app/search/save-search.server.ts";
import type { TellWhen } from "#app/search/saved-search.ts";
import { db } from "#db/client.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type anInsight, aPerson } from "#tests/support/factories.ts";
import {
  author,
  byAuthor,
  department,
  reader,
  useReaderAndAuthor,
} from "#tests/support/reader-and-author.ts";
import { choose, correct, reactToAll, toldTo } from "./reacting.ts";

useDatabase();
useReaderAndAuthor();

/** Saved a moment ago: the database keeps milliseconds, and what is posted must be later. */
async function saved(q: string, { person = reader, tell = "at-once" as TellWhen, name = q } = {}) {
  const address = `/search?${new URLSearchParams({ q, department: department.slug })}`;
  const kept = await saveSearch({ personId: person.id, name, address, tell });
  if (kept.outcome !== "saved") throw new Error("not saved");
  const aMomentAgo = tell === "at-once" ? new Date(Date.now() - 1_000) : null;
  await db.update(savedSearches).set({ tellSince: aMomentAgo }).where(eq(savedSearches.id, kept.id));
  return kept.id;
}

const posted = (body: string, given: Parameters<typeof anInsight>[0] = {}) => byAuthor({ body, ...given });

test("one is told once, by one's own name for it, however many searches find it and however often the job runs", async () => {
  await saved("lab moves", { name: "Moving labs" });
  await saved("moving");
  await saved("labs", { person: author });
  await saved("lab", { tell: "weekly" });
  const { id } = await posted("The lab is moving, and moves again");
  await posted("The library is moving", { person: reader });
  await posted("Nothing of the kind");
  await Promise.all([1, 2, 3].map(() => reactToAll({ again: true })));
  expect(await toldTo(reader)).toEqual([`saved-search ${id}`]);
  expect(await toldTo(author)).toEqual([]);
  const { items } = await listNotifications({ reader });
  expect(items.map(newsWords)).toEqual([
    `${author.name} posted something that your search “Moving labs” finds`,
  ]);
});

test("of what one may not read one is told nothing, then or later; nor of an import, nor once one has left", async () => {
  await saved("wryneck");
  const mate = await aPerson({ team: author.team });
  await saved("wryneck", { person: mate });
  const gone = await aPerson();
  await saved("wryneck", { person: gone });
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.id));
  const forTeam = await posted("A wryneck for the team", { sent: { visibility: "team" } });
  await posted("A wryneck for me", { sent: { visibility: "me" } });
  const brought = await posted("A wryneck from a file");
  await db.update(insights).set({ source: "import" }).where(eq(insights.id, brought.id));
  await reactToAll();
  expect(await toldTo(reader)).toEqual([]);
  expect(await toldTo(gone)).toEqual([]);
  expect(await toldTo(mate)).toEqual([`saved-search ${forTeam.id}`]);
  await withdrawInsight({ person: author, id: forTeam.id });
  expect(await toldTo(mate)).toEqual([]);
});

test("an edit tells when it makes the search find what was posted since, and never of what was there before", async () => {
  const old = await posted("Long known");
  await saved("curlew");
  await db
    .update(insights)
    .set({ postedAt: new Date(Date.now() - 60_000) })
    .where(eq(insights.id, old.id));
  const { id } = await posted("Heard of a bird");
  await reactToAll();
  expect(await toldTo(reader)).toEqual([]);
  await correct({ person: author, id, department, body: "Heard of a curlew" });
  await correct({ person: author, id: old.id, department, body: "A curlew, long known" });
  await reactToAll();
  await correct({ person: author, id, version: 2, department, body: "Heard of a curlew, I mean" });
  await reactToAll();
  expect(await toldTo(reader)).toEqual([`saved-search ${id}`]);
});

test("mentioned besides, one is told of the mention alone; following besides, of the search alone", async () => {
  await saved("plover");
  await follow({ personId: reader.id, kind: "department", id: department.id });
  await db.update(follows).set({ followedAt: new Date(Date.now() - 1_000) });
  const mention = await posted(`A plover, @${reader.handle}`);
  const other = await posted("Another plover");
  await reactToAll();
  expect(await toldTo(reader)).toEqual([`saved-search ${other.id}`, `mention ${mention.id}`]);
});

test("removed, it tells nothing more, and what it told stays without its name; not at all is not at all", async () => {
  const id = await saved("dunlin");
  const first = await posted("A dunlin");
  await reactToAll();
  await removeSavedSearch({ personId: reader.id, id });
  await posted("A second dunlin");
  await reactToAll();
  const { items } = await listNotifications({ reader });
  expect(items.map((item) => [item.insightId, newsWords(item)])).toEqual([
    [first.id, `${author.name} posted something that a search of yours finds`],
  ]);
  const silent = await aPerson();
  await saved("dunlin", { person: silent });
  await choose(silent, "saved-search", "never");
  await posted("A third dunlin");
  await reactToAll();
  expect(await toldTo(silent)).toEqual([]);
});
