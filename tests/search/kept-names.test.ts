import { beforeAll, expect, test, vi } from "vitest";
import type { Person } from "#app/people/person.ts";
import { findNamed } from "#app/search/find-named.server.ts";
import { likelyNamed } from "#app/search/kept-names.server.ts";
import { knownHay, mayBeNamed } from "#app/search/may-be-named.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

const names = [
  "Chemistry",
  "Nursing and Midwifery",
  "Wellbeing",
  "Café Society",
  "Æsthetics",
  "Law 2.0 (Online)",
];
const unchanged = Promise.resolve(0);
let reader: Person;

beforeAll(async () => {
  reader = await aPerson({ name: "Siân Llewellyn", handle: "sian" });
  const department = await aDepartment({ name: "Faculty of Health", nicknames: ["the Infirmary"] });
  for (const name of names) await aDepartment({ name, parent: department });
  await anInsight({ person: reader, departments: [department], sent: { tags: ["reading-lists"] } });
  await vi.waitFor(() => expect(likelyNamed([["a"]], unchanged)).toBeDefined(), { timeout: 10_000 });
});

async function namesOf(q: string, unchangedSince?: Promise<number | undefined>): Promise<string[]> {
  const named = await findNamed({ person: reader, request: { q, meanings: [] }, unchangedSince });
  return named.map(({ title }) => title);
}

test("what is looked for among likely names is what is found among all", async () => {
  const slips = [
    "chemstry",
    "chamistry",
    "midwifry",
    "welbeing",
    "infirmry",
    "llewelyn",
    "lewellyn",
    "reeding",
  ];
  const begun = [
    "ch",
    "nurs",
    "cafe",
    "café",
    "æs",
    "aesthetics",
    "2 0",
    "health",
    "sian",
    "lists",
    "tables",
  ];
  const several = ["nursing health", "nursing chemistry", "online law", "reading-lists"];
  for (const q of [...slips, ...begun, ...several]) {
    expect([q, ...(await namesOf(q, unchanged))]).toEqual([q, ...(await namesOf(q))]);
  }
});

test("a name given since is found once the change has been told of, and before it is not looked for", async () => {
  await aDepartment({ name: "Zymurgy" });
  expect(await namesOf("zymurgy", unchanged)).toEqual([]);
  expect(await namesOf("zymurgy", Promise.resolve(undefined))).toEqual(["Zymurgy"]);
});

test("what shares too little with a word cannot be meant by it", () => {
  const hays = ["chemistry", "law 2.0 online", "the infirmary"].map((hay) => knownHay({ id: hay, hay }));
  expect(mayBeNamed(hays, [["consultants"]])).toEqual([]);
  expect(mayBeNamed(hays, [["chemystry"]])).toEqual(["chemistry"]);
  expect(mayBeNamed(hays, [["law"], ["infirmary"]])).toEqual([]);
  expect(mayBeNamed(hays, [["hospital", "the infirmary"]])).toEqual(["the infirmary"]);
  // What PostgreSQL takes for a letter is not for us to say.
  expect(mayBeNamed(hays, [["日本"]])).toHaveLength(3);
});
