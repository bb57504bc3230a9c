import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { findBesideInsight } from "#app/insights/find-beside-insight.server.ts";
import { listTellable } from "#app/insights/list-tellable.server.ts";
import { tellColleagues } from "#app/insights/tell-colleagues.server.ts";
import { readTelling } from "#app/insights/telling-draft.ts";
import { thank, unthank } from "#app/insights/thank.server.ts";
import type { Person } from "#app/people/person.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { tellings } from "#db/schema/voices.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();
let author: Person;
let mate: Person;
let other: Person;
let gone: Person;

beforeAll(async () => {
  const team = await aTeam();
  author = await aPerson({ team, name: "Ann Author" });
  mate = await aPerson({ team, name: "Max Mate" });
  other = await aPerson({ name: "Ola Other" });
  gone = await aPerson({ name: "Gil Gone" });
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.id));
});

const post = async (visibility: string) => (await anInsight({ person: author, sent: { visibility } })).id;

function tell(person: Person, id: string, to: Person[], words = "") {
  return tellColleagues({ person, id, telling: { colleagues: to.map(({ handle }) => handle), words } });
}

test("colleagues are told once by the same person, each with an event of its own", async () => {
  const id = await post("staff");
  expect(await tell(mate, id, [other], "Yours, I think")).toEqual({ outcome: "told", told: ["Ola Other"] });
  await Promise.all([tell(mate, id, [other]), tell(mate, id, [other])]);
  expect(await tell(author, id, [other, mate])).toMatchObject({ outcome: "told" });
  const rows = await db.select().from(tellings).where(eq(tellings.insightId, id));
  expect(rows.map(({ personId, toldBy }) => `${personId} by ${toldBy}`).sort()).toEqual([
    ...[`${other.id} by ${mate.id}`, `${other.id} by ${author.id}`, `${mate.id} by ${author.id}`].sort(),
  ]);
  for (const row of rows) {
    expect(await db.select().from(events).where(eq(events.subjectId, row.id))).toMatchObject([
      { name: "insight.told", actorId: row.toldBy },
    ]);
  }
  expect(await checkInvariants()).toEqual([]);
});

test("the words that go with it are for the two of them", async () => {
  const id = await post("staff");
  await tell(author, id, [other], "Between us");
  const wordsFor = async (person: Person) =>
    (await findBesideInsight({ person, id })).talk.tellings.map(({ words }) => words);
  expect(await wordsFor(author)).toEqual(["Between us"]);
  expect(await wordsFor(other)).toEqual(["Between us"]);
  expect(await wordsFor(mate)).toEqual([null]);
});

test("who may not read it, posted it, has left or is not there cannot be told, and then nobody is", async () => {
  const [staff, team, me] = [await post("staff"), await post("team"), await post("me")];
  const refusedFor = (name: string) => ({
    outcome: "refused",
    problems: { colleagues: `${name} cannot be told of this insight` },
  });
  expect(await tell(author, team, [mate, other])).toEqual(refusedFor("Ola Other"));
  expect(await tell(mate, staff, [author])).toEqual(refusedFor("Ann Author"));
  expect(await tell(mate, staff, [mate])).toEqual(refusedFor("Max Mate"));
  expect(await tell(mate, staff, [other, gone])).toHaveProperty("problems.colleagues");
  expect(await tell(mate, staff, [{ ...other, handle: "nobody-here" }])).toHaveProperty(
    "problems.colleagues",
  );
  expect(await tell(other, team, [mate])).toEqual({ outcome: "not-possible" });
  expect(await tell(author, me, [mate])).toEqual({ outcome: "not-possible" });
  expect(await db.select().from(tellings).where(eq(tellings.insightId, team))).toEqual([]);
});

test("the list holds those who can be told, and says how many cannot", async () => {
  const [row] = await db
    .select()
    .from(insights)
    .where(eq(insights.id, await post("team")));
  const tellable = await listTellable({ person: author, insight: row! });
  expect(tellable.colleagues.map(({ name }) => name)).toEqual(["Max Mate"]);
  expect(tellable.unable).toBe(1);
  const toAll = await listTellable({ person: mate, insight: { ...row!, visibility: "staff" } });
  expect(toAll.colleagues.map(({ name }) => name)).toEqual(["Ola Other"]);
  expect(toAll.unable).toBe(0);
});

test("a telling is held to its limits", () => {
  expect(readTelling({ colleagues: ["", "sam", "sam"], words: " so " })).toEqual({
    telling: { colleagues: ["sam"], words: "so" },
  });
  expect(readTelling({ colleagues: [] })).toHaveProperty("problems.colleagues");
  const many = Array.from({ length: 21 }, (_, at) => `p${at}`);
  expect(readTelling({ colleagues: many })).toHaveProperty("problems.colleagues");
  expect(readTelling({ colleagues: ["sam"], words: "x".repeat(501) })).toHaveProperty("problems.words");
});

test("thanks are given once and taken back, not to oneself, and named on the page", async () => {
  const id = await post("staff");
  const both = await Promise.all([thank({ person: mate, id }), thank({ person: mate, id })]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["already-done", "done"]);
  expect(await thank({ person: author, id })).toEqual({ outcome: "not-possible" });
  expect(await thank({ person: other, id: await post("team") })).toEqual({ outcome: "not-possible" });
  expect((await findBesideInsight({ person: mate, id })).talk.thanks).toEqual([
    { name: "Max Mate", mine: true },
  ]);
  expect(await unthank({ person: mate, id })).toEqual({ outcome: "done" });
  expect(await unthank({ person: mate, id })).toEqual({ outcome: "already-done" });
  expect((await findBesideInsight({ person: other, id })).talk.thanks).toEqual([]);
});
