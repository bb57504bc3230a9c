import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { injections } from "./injections.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { hideInsight } = await import("#app/insights/hide-insight.server.ts");
const { withdrawInsight } = await import("#app/insights/withdraw-insight.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { findSimilarInsights } = await import("#app/search/find-similar-insights.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { aDepartment, anInsight, aPerson } = await import("./library.ts");

type Author = Awaited<ReturnType<typeof aPerson>>;
let reader: Author;
let writer: Author;
let law: Awaited<ReturnType<typeof aDepartment>>;
const ids: Record<string, string> = {};
const today = new Date("2026-11-23T12:00:00Z");

beforeAll(async () => {
  await ensureIndex();
  [writer, reader] = [await aPerson({ name: "Priya Shah" }), await aPerson()];
  law = await aDepartment({ name: "Law School", nicknames: ["Law"] });
  const post = (given: Partial<Parameters<typeof anInsight>[0]>) => anInsight({ person: writer, ...given });
  ids.mooting = await post({
    body: "The mooting room printer jams whenever a moot is on",
    departments: [law],
  });
  ids.elsewhere = await post({ body: "Printer jams in the mooting room were on the agenda of Engineering" });
  ids.old = await post({ body: "Mooting room printer jams, they say", heardOn: "2025-03-02" });
  ids.own = await anInsight({ person: reader, body: "Printer jams in the mooting room, I heard" });
  for (const visibility of ["team", "me"] as const) {
    ids[visibility] = await post({ body: "Mooting room printer jams and catches fire canary", visibility });
  }
  ids.hidden = await post({ body: "Mooting room printer jams hidden canary" });
  ids.withdrawn = await post({ body: "Mooting room printer jams withdrawn canary" });
  for (let number = 0; number < 30; number++)
    await post({ body: `Lunch number ${number} was eaten outside` });
  await indexUnconfirmed();
  // After the engine has them: what is shown is decided by PostgreSQL.
  await hideInsight({ person: writer, id: ids.hidden ?? "", reason: "for the test" });
  await withdrawInsight({ person: writer, id: ids.withdrawn ?? "" });
});
afterAll(closeSender);

async function names(text: string, { person = reader, departments = [] as string[] } = {}) {
  const found = await findSimilarInsights({ person, text, departments, today });
  return found.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? id);
}

const text = "They say the printer in the mooting room jams";

test("what colleagues noted is found by its words, newest quarter first, one's own left out", async () => {
  expect(await names(text, { departments: [law.slug] })).toEqual(["mooting", "elsewhere", "old"]);
  const [first] = await findSimilarInsights({ person: reader, text, departments: [law.slug], today });
  expect(first).toMatchObject({ about: "Law School", by: "Priya Shah", given: false, kind: "observation" });
});

test("the same department weighs more", async () => {
  const other = await names(text, { departments: [] });
  expect(new Set(other.slice(0, 2))).toEqual(new Set(["mooting", "elsewhere"]));
  expect((await names(text, { departments: [law.slug] }))[0]).toBe("mooting");
});

test("neither too few words nor other words find anything", async () => {
  expect(await names("mooting printer")).toEqual([]);
  expect(await names("The choir would like to borrow an atlas of birds")).toEqual([]);
});

test("what may not be read is never offered, nor does it change what is", async () => {
  const canary = "The mooting room printer jams and catches fire canary";
  const found = await findSimilarInsights({ person: reader, text: canary, departments: [], today });
  expect(JSON.stringify(found)).not.toContain("canary");
  const mate = await aPerson({ team: writer.team });
  expect(await names(canary, { person: mate })).toContain("team");
  expect(await names(canary, { person: mate })).not.toContain("me");
  for (const gone of ["hidden", "withdrawn"])
    expect(await names(canary, { person: mate })).not.toContain(gone);
});

test("hostile text finds what its words find, and breaks nothing", async () => {
  const long = [
    "_a".repeat(9_000),
    "\u{E000}".repeat(500),
    "a ".repeat(5_000),
    "ﷺ ".repeat(600),
    "🂡".repeat(900),
  ];
  for (const hostile of [...injections, ...long]) {
    const found = await findSimilarInsights({
      person: reader,
      text: `${hostile} ${hostile}`,
      departments: [hostile],
      today,
    });
    expect.soft(found.length, JSON.stringify(hostile).slice(0, 60)).toBeLessThanOrEqual(3);
    expect.soft(JSON.stringify(found)).not.toContain("canary");
  }
});
