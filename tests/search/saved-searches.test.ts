import { and, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { changeSavedSearch } from "#app/search/change-saved-search.server.ts";
import { findNewInsights } from "#app/search/find-new-insights.server.ts";
import { listSavedSearches } from "#app/search/list-saved-searches.server.ts";
import { listWeeklyFinds } from "#app/search/list-weekly-finds.server.ts";
import { openSavedSearch } from "#app/search/open-saved-search.server.ts";
import { removeSavedSearch } from "#app/search/remove-saved-search.server.ts";
import { saveSearch } from "#app/search/save-search.server.ts";
import { newInWords, savedRequest, savedSearchLimits, type TellWhen } from "#app/search/saved-search.ts";
import { dayIn, mondayOf } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { events } from "#db/schema/events.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, type anInsight, aPerson } from "#tests/support/factories.ts";
import {
  author,
  byAuthor,
  department,
  reader,
  useReaderAndAuthor,
} from "#tests/support/reader-and-author.ts";

useDatabase();
useReaderAndAuthor();

async function saved(address: string, name = "A search", person = reader): Promise<string> {
  const kept = await saveSearch({ personId: person.id, name, address, tell: "never" });
  if (kept.outcome !== "saved") throw new Error("not saved");
  return kept.id;
}

const posted = (body: string, given: Parameters<typeof anInsight>[0] = {}) => byAuthor({ body, ...given });

async function newOf(id: string, person = reader): Promise<string> {
  const found = (await listSavedSearches(person)).find((one) => one.id === id);
  return found ? newInWords(found.fresh) : "none of theirs";
}

test("saved twenty times at once a search is one; saved again it has its new name and is looked at no less", async () => {
  const address = `/search?department=${department.slug}`;
  const ids = await Promise.all(Array.from({ length: 20 }, () => saved(address)));
  expect(new Set(ids).size).toBe(1);
  await posted("Something new");
  await saved(address, "Another name");
  expect((await listSavedSearches(reader)).map(({ name, fresh }) => `${name}, ${newInWords(fresh)}`)).toEqual(
    ["Another name, 1 new"],
  );
});

test("nobody keeps more than there is room for, not even at once, and what is there already can be saved anew", async () => {
  const { each } = savedSearchLimits;
  const save = (at: number) =>
    saveSearch({ personId: reader.id, name: "n", address: `/search?q=word${at}`, tell: "never" });
  await Promise.all(Array.from({ length: each - 2 }, (_, at) => save(at)));
  const last = await Promise.all([1, 2, 3, 4, 5].map((at) => save(1_000 + at)));
  expect(last.filter(({ outcome }) => outcome === "saved")).toHaveLength(2);
  expect((await save(3)).outcome).toBe("saved");
  expect(await listSavedSearches(reader)).toHaveLength(each);
});

test("new is what colleagues have posted since one looked: neither one's own nor what one may not read", async () => {
  const id = await saved(`/search?q=${encodeURIComponent("reading lists")}&department=${department.slug}`);
  await posted("They move their reading lists to open textbooks");
  await posted("A list of the lab's readings");
  await posted("Only the lists");
  await posted("Reading lists again", { person: reader });
  await posted("Reading lists, for my team", { sent: { visibility: "team" } });
  const gone = await posted("Reading lists, not for long");
  await withdrawInsight({ person: author, id: gone.id });
  await posted("Reading lists elsewhere", { departments: [await aDepartment()] });
  expect(await newOf(id)).toBe("2 new");

  const opened = await openSavedSearch({ personId: reader.id, id });
  const request = savedRequest(opened?.address ?? "");
  const news = await findNewInsights({ person: reader, request, since: opened?.lookedUpTo ?? -1 });
  expect(news.cards.map(({ html }) => html.replaceAll(/<.*?>/g, ""))).toEqual([
    "A list of the lab's readings",
    "They move their reading lists to open textbooks",
  ]);
  expect(await newOf(id)).toBe("");
  await posted("And once more: reading lists");
  expect(await newOf(id)).toBe("1 new");
});

test("those used last come first; what is another's is as if it were not there", async () => {
  const [one, two] = [await saved("/search?q=one", "One"), await saved("/search?q=two", "Two")];
  await openSavedSearch({ personId: reader.id, id: one });
  expect((await listSavedSearches(reader)).map(({ name }) => name)).toEqual(["One", "Two"]);
  const other = { personId: author.id, id: two };
  expect(await changeSavedSearch({ ...other, name: "Taken", tell: "at-once" })).toBe(false);
  expect(await openSavedSearch(other)).toBeUndefined();
  expect(await removeSavedSearch(other)).toBeUndefined();
  expect(await listSavedSearches(author)).toEqual([]);
  expect((await listSavedSearches(reader)).map(({ name }) => name)).toEqual(["One", "Two"]);
});

test("removed and brought back it is as it was, and the ledger names no words", async () => {
  const id = await saved("/search?q=secretword", "Private matter");
  await posted("The secretword was heard");
  const removed = await removeSavedSearch({ personId: reader.id, id });
  expect(await removeSavedSearch({ personId: reader.id, id })).toBeUndefined();
  if (!removed) throw new Error("not removed");
  await saveSearch({ personId: reader.id, ...removed });
  expect((await listSavedSearches(reader)).map(({ name, fresh }) => `${name}, ${newInWords(fresh)}`)).toEqual(
    ["Private matter, 1 new"],
  );
  const ledger = await db
    .select()
    .from(events)
    .where(and(eq(events.actorId, reader.id), like(events.name, "search.%")))
    .orderBy(events.seq);
  expect(ledger.map(({ name }) => name)).toEqual(["search.saved", "search.removed", "search.saved"]);
  expect(JSON.stringify(ledger)).not.toContain("secretword");
});

test("counting has an end, and says so", async () => {
  const id = await saved(`/search?department=${department.slug}`);
  const { counted } = savedSearchLimits;
  for (let at = 0; at < counted + 2; at += 1) await posted(`Heard number ${at}`);
  expect(await newOf(id)).toBe(`${counted}+ new`);
});

test("an address that is no search any more finds nothing and stops none of the others", async () => {
  const kept = await saved("/search?q=heard");
  for (const address of ["/search?kind=nothing", "/search?q=in%3Anowhere", "/search?from=yesterday"])
    await db.insert(savedSearches).values({
      id: crypto.randomUUID(),
      personId: reader.id,
      name: address,
      address,
      lookedUpTo: 0,
    });
  await posted("Heard it");
  const listed = await listSavedSearches(reader);
  expect(listed.map(({ id, fresh }) => (id === kept ? newInWords(fresh) : fresh.count)).sort()).toEqual([
    0,
    0,
    0,
    "1 new",
  ]);
});

test("the weekly mail names what is new for the searches that are told with it, of what all staff may read", async () => {
  const monday = mondayOf(dayIn("Europe/London", new Date()));
  const issue = newId();
  await db.insert(weeklyIssues).values({ id: issue, week: monday });
  const save = (name: string, tell: TellWhen, q: string) =>
    saveSearch({ personId: reader.id, name, address: `/search?q=${q}`, tell });
  await save("Birds", "weekly", "wagtail");
  await save("Silent", "never", "wagtail+heard");
  await save("Nothing yet", "weekly", "bittern");
  const looked = await save("Looked at", "weekly", "wagtail+yard");
  await posted("A wagtail heard in the yard");
  if (looked.outcome === "saved") await openSavedSearch({ personId: reader.id, id: looked.id });
  await posted("A second wagtail", { postedAt: new Date(Date.now() - 8 * 86_400_000) });
  await posted("A third wagtail");
  await posted("A wagtail of ours", {
    sent: { visibility: "team" },
    person: await aPerson({ team: reader.team }),
  });
  const lines = await listWeeklyFinds({ personId: reader.id, subjectId: issue });
  expect(lines.map(({ words }) => words)).toEqual(["Birds: 2 new this week"]);
  expect(lines[0]?.leadsTo).toMatch(/^\/search\?q=wagtail&new=\d+$/);
  expect(await listWeeklyFinds({ personId: author.id, subjectId: issue })).toEqual([]);
});
