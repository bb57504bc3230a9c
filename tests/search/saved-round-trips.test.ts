import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findDialect } from "#app/search/find-dialect.server.ts";
import { findFilterLabels } from "#app/search/find-filter-labels.server.ts";
import { saveSearch } from "#app/search/save-search.server.ts";
import { showSavedSearches } from "#app/search/show-saved-searches.server.ts";
import { pool } from "#db/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  // Drizzle asks by `unsafe` as well.
  const { unsafe } = pool();
  vi.spyOn(pool(), "unsafe").mockImplementation(((text: string, ...rest: []) => {
    asked.push(text);
    return unsafe.call(pool(), text, ...rest);
  }) as typeof unsafe);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("saved searches, tags among them, are shown with two questions", async () => {
  const [person, author] = [await aPerson(), await aPerson()];
  const addresses = ["/search?tag=open-access&q=lists", "/search?q=lists", "/search?tag=open-access"];
  for (const address of addresses)
    await saveSearch({ personId: person.id, name: address, address, tell: "never" });
  await anInsight({ person: author, body: "Reading lists", sent: { tags: ["open-access"] } });
  // Kept for everybody for some seconds, which do not pass here.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  await Promise.all([findDialect(), findFilterLabels()]);
  asked.length = 0;
  const shown = await showSavedSearches(person);
  expect(shown.map(({ fresh }) => fresh.count)).toEqual([1, 1, 1]);
  expect(asked.map((text) => text.slice(0, 60))).toHaveLength(2);
});
