import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { withdrawInsight, restoreInsight } = await import("#app/insights/withdraw-insight.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { aDepartment, anInsight, aPerson, changeInsight, found } = await import("./library.ts");

beforeAll(async () => {
  expect(await ensureIndex()).toBe("rebuilt");
});
afterAll(closeSender);

test("the very next search finds what was saved, before and after it is indexed", async () => {
  const person = await aPerson({ name: "Priya Shah" });
  const informatics = await aDepartment({ name: "Informatics", nicknames: ["Comp Sci"] });
  const id = await anInsight({
    person,
    departments: [informatics],
    body: "Wants quietly zebra-striped carrels",
  });
  for (const q of [
    "zebra",
    "zeb",
    "carrels zebra",
    "carrel",
    "comp sci",
    "Informatics",
    "priya",
    "striped wombats",
  ]) {
    expect
      .soft(await found(person, { q }), `${q}, unconfirmed`)
      .toMatchObject({ ids: [id], total: 1, basic: false });
  }
  await indexUnconfirmed();
  for (const q of ["zebra", "zeb", "carrels zebra", "carrel", "comp sci", "Informatics", "priya", "zerba"]) {
    expect
      .soft(await found(person, { q }), `${q}, indexed`)
      .toMatchObject({ ids: [id], total: 1, basic: false });
  }
});

test("an edit replaces what is found at once", async () => {
  const person = await aPerson();
  const id = await anInsight({ person, body: "aardvark enclosure" });
  await indexUnconfirmed();
  await changeInsight(id, { plainText: "pangolin enclosure", searchText: "pangolin enclosure" });
  expect(await found(person, { q: "aardvark" })).toMatchObject({ ids: [], total: 0 });
  expect(await found(person, { q: "pangolin" })).toMatchObject({ ids: [id], total: 1 });
  await indexUnconfirmed();
  expect(await found(person, { q: "aardvark" })).toMatchObject({ ids: [], total: 0 });
  expect(await found(person, { q: "pangolin" })).toMatchObject({ ids: [id], total: 1 });
});

test("what is withdrawn is gone at once and comes back when restored", async () => {
  const person = await aPerson();
  const id = await anInsight({ person, body: "ocelot timetable" });
  await indexUnconfirmed();
  await withdrawInsight({ person, id });
  expect(await found(person, { q: "ocelot" })).toMatchObject({ ids: [], total: 0 });
  await indexUnconfirmed();
  expect(await found(person, { q: "ocelot" })).toMatchObject({ ids: [], total: 0 });
  await restoreInsight({ person, id });
  expect(await found(person, { q: "ocelot" })).toMatchObject({ ids: [id], total: 1 });
});

test("a change of visibility is obeyed at once, counts included", async () => {
  const author = await aPerson();
  const teammate = await aPerson({ team: author.team });
  const other = await aPerson();
  const id = await anInsight({ person: author, body: "narwhal budget" });
  await indexUnconfirmed();
  const seenBy = async (): Promise<number[]> => {
    const answers = [author, teammate, other].map((person) => found(person, { q: "narwhal" }));
    return (await Promise.all(answers)).map(({ ids, total }) => (ids.includes(id) ? total : -total));
  };
  expect(await seenBy()).toEqual([1, 1, 1]);
  for (const [visibility, seen] of [
    ["team", [1, 1, -0]],
    ["me", [1, -0, -0]],
    ["staff", [1, 1, 1]],
  ] as const) {
    await changeInsight(id, { visibility });
    expect.soft(await seenBy(), `${visibility}, unconfirmed`).toEqual(seen);
    await indexUnconfirmed();
    expect.soft(await seenBy(), `${visibility}, indexed`).toEqual(seen);
  }
});

test("pages and counts hold while some are indexed and some are not", async () => {
  const person = await aPerson();
  const ids: string[] = [];
  for (let number = 0; number < 45; number++) {
    ids.unshift(await anInsight({ person, body: `quokka sighting ${number}` }));
    if (number === 30) await indexUnconfirmed();
  }
  await changeInsight(ids.at(-3) ?? "", { plainText: "quokka once more", searchText: "quokka once more" });
  for (const sort of ["newest", "relevance"] as const) {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => found(person, { q: "quokka", sort, page })));
    expect(pages.map(({ total }) => total)).toEqual([45, 45, 45, 45]);
    const all = pages.flatMap((page) => page.ids);
    expect(all.toSorted()).toEqual(ids.toSorted());
    if (sort === "newest") expect(all).toEqual(ids);
  }
});

test("filters hold for what is not indexed yet", async () => {
  const person = await aPerson();
  const [physics, history] = [await aDepartment(), await aDepartment()];
  const given = { person, body: "capybara fund", heardOn: "2026-10-01", tags: ["animals"] };
  const id = await anInsight({ ...given, departments: [physics], kind: "need", channel: "coffee" });
  const hit = { q: "capybara", departments: [physics.slug], tags: ["animals"], kinds: ["need" as const] };
  const asked = {
    ...hit,
    channels: ["coffee"],
    teams: [person.team.slug],
    people: [person.handle],
    from: "2026-10-01",
    to: "2026-10-01",
  };
  for (const state of ["unconfirmed", "indexed"]) {
    expect.soft(await found(person, asked), state).toMatchObject({ ids: [id], total: 1 });
    for (const miss of [
      { departments: [history.slug] },
      { tags: ["plants"] },
      { kinds: ["win" as const] },
      { channels: ["corridor"] },
      { teams: ["none"] },
      { people: ["nobody"] },
      { from: "2026-10-02" },
      { to: "2026-09-30" },
    ]) {
      const answer = await found(person, { ...asked, ...miss });
      expect.soft(answer, `${state} ${JSON.stringify(miss)}`).toMatchObject({ ids: [], total: 0 });
    }
    await indexUnconfirmed();
  }
});
