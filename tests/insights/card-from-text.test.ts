import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findInsight } from "#app/insights/find-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { drawKeptPiece } from "#app/ui/draw-piece.server.tsx";
import { numberOfUnchanging, unchanging } from "#app/ui/unchanging.server.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "../support/database.ts";
import { aDepartment, anInsight, aPerson } from "../support/factories.ts";

useDatabase();

const findCard = async (person: Person, id: string) => (await findInsight({ person, id }))?.card;

test("a card read from its text holds what the rows do, with its moments as moments", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  const { id } = await anInsight({
    person,
    departments: [department],
    body: 'Says "yes" & \\u0041 ’é #books',
  });
  const [row] = await db.select().from(insights).where(eq(insights.id, id));
  const card = await findCard(person, id);
  expect(card).toMatchObject({
    id,
    seq: row?.seq,
    html: row?.html,
    heardOn: row?.heardOn,
    postedAt: row?.postedAt,
    editedAt: null,
    supersededById: null,
    stillTrue: null,
    author: { handle: person.handle },
    team: { slug: person.team.slug },
    departments: [{ id: department.id, slug: department.slug, name: department.name }],
    tags: ["books"],
    voices: 1,
    answered: false,
    readerVoice: "own",
    files: [],
  });
});

test("the same text is the same card, and one that has changed is another", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const { id } = await anInsight({ person });
  const first = await findCard(person, id);
  expect(await findCard(person, id)).toBe(first);
  expect(numberOfUnchanging(first)).toBeDefined();
  expect(() => first?.tags.push("none")).toThrow(TypeError);
  // Another reader's is another text, as it says whose voice it has.
  expect(await findCard(other, id)).not.toBe(first);
  await db.update(insights).set({ html: "<p>Otherwise</p>" }).where(eq(insights.id, id));
  expect((await findCard(person, id))?.html).toBe("<p>Otherwise</p>");
});

test("what is drawn of what never changes is drawn once, and of two alike once each", () => {
  let times = 0;
  const Drawing = ({ of }: { of: { name: string } }) => {
    times += 1;
    return of.name;
  };
  const [one, two] = [unchanging({ name: "Ada" }), unchanging({ name: "Ada" })];
  for (const of of [one, one, two, two]) expect(String(drawKeptPiece(Drawing, { of }))).toBe("Ada");
  expect(times).toBe(2);
});
