import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { findBesideInsight } from "#app/insights/find-beside-insight.server.ts";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { readVoice } from "#app/insights/voice-draft.ts";
import { withdrawCorroboration } from "#app/insights/withdraw-corroboration.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insightIndexStates, insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson, aTeam, type Team } from "#tests/support/factories.ts";

useDatabase();
const today = dayIn("Europe/London", new Date());
let teams: Team[];
let people: Person[];

beforeAll(async () => {
  teams = await Promise.all([aTeam(), aTeam(), aTeam(), aTeam()]);
  people = [];
  for (let at = 0; at < 20; at += 1) people.push(await aPerson({ team: teams[at % teams.length] }));
});

async function strengthOf(id: string) {
  const { voices, voiceTeams, lastHeardOn } = insights;
  return (await db.select({ voices, voiceTeams, lastHeardOn }).from(insights).where(eq(insights.id, id)))[0];
}

async function ledgerOf(id: string): Promise<string[]> {
  const rows = await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq);
  return rows.map(({ name }) => name);
}

function aVoice(sent: Parameters<typeof readVoice>[0]) {
  const read = readVoice(sent, { today });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.voice;
}

test("a voice counts people and teams, its author among them, and the last day it was heard", async () => {
  const heardOn = daysAfter(today, -30);
  const author = await aPerson({ team: teams[0] });
  const { id } = await anInsight({ person: author, sent: { heardOn } });
  expect(await strengthOf(id)).toEqual({ voices: 1, voiceTeams: 1, lastHeardOn: null });
  const [mate, other, third] = [people[0]!, people[1]!, people[5]!];
  const day = daysAfter(today, -9);
  await corroborate({ person: mate, id, voice: aVoice({ heardOn: day }) });
  expect(await strengthOf(id)).toEqual({ voices: 2, voiceTeams: 1, lastHeardOn: day });
  await corroborate({ person: other, id, voice: aVoice({ heardOn: daysAfter(today, -40) }) });
  expect(await strengthOf(id)).toEqual({ voices: 3, voiceTeams: 2, lastHeardOn: day });
  expect(await corroborate({ person: third, id })).toEqual({ outcome: "heard" });
  expect(await strengthOf(id)).toEqual({ voices: 4, voiceTeams: 2, lastHeardOn: today });
  for (const person of [mate, other, third]) await withdrawCorroboration({ person, id });
  expect(await strengthOf(id)).toEqual({ voices: 1, voiceTeams: 1, lastHeardOn: null });
});

test("pressed again it stays one voice; withdrawn and given again it keeps its words", async () => {
  const { id } = await anInsight();
  const person = people[3]!;
  const words = "The head of school said the same.\nTwice.";
  const voice = aVoice({ words, channel: "coffee", heardOn: daysAfter(today, -3) });
  expect(await corroborate({ person, id, voice })).toEqual({ outcome: "heard" });
  expect(await corroborate({ person, id })).toEqual({ outcome: "already-heard" });
  expect(await withdrawCorroboration({ person, id })).toEqual({ outcome: "done" });
  expect(await withdrawCorroboration({ person, id })).toEqual({ outcome: "already-done" });
  expect((await findBesideInsight({ person, id })).talk.voices).toEqual([]);
  expect(await corroborate({ person, id })).toEqual({ outcome: "heard" });
  const [said] = (await findBesideInsight({ person, id })).talk.voices;
  expect(said).toMatchObject({ words, channel: "coffee", heardOn: today, mine: true });
  expect(await corroborate({ person, id, voice: aVoice({ words: "Once" }) })).toEqual({
    outcome: "said-more",
  });
  expect((await findBesideInsight({ person: people[4]!, id })).talk.voices).toMatchObject([
    { words: "Once", channel: null, mine: false, person: { handle: person.handle } },
  ]);
  expect(await ledgerOf(id)).toEqual([
    "insight.posted",
    "insight.corroborated",
    "insight.corroboration-withdrawn",
    "insight.corroborated",
    "insight.corroboration-edited",
  ]);
  const [state] = await db.select().from(insightIndexStates).where(eq(insightIndexStates.insightId, id));
  expect(state?.wanted, "each change of its strength is one for the index").toBe(5);
});

test("nobody adds a voice to their own insight, nor to one they cannot read or that is gone", async () => {
  const author = people[0]!;
  const [mate, stranger] = [people[4]!, people[1]!];
  const editor = await aPerson({ role: "editor", team: teams[0] });
  const post = (visibility: string) => anInsight({ person: author, sent: { visibility } });
  const [staff, team, me] = [await post("staff"), await post("team"), await post("me")];
  const refused = { outcome: "not-possible" };
  expect(await corroborate({ person: author, id: staff.id })).toEqual(refused);
  expect(await corroborate({ person: stranger, id: team.id })).toEqual(refused);
  expect(await corroborate({ person: mate, id: team.id })).toEqual({ outcome: "heard" });
  for (const person of [mate, editor]) expect(await corroborate({ person, id: me.id })).toEqual(refused);
  expect(await corroborate({ person: mate, id: crypto.randomUUID() })).toEqual(refused);
  await hideInsight({ person: editor, id: staff.id, reason: "for the test" });
  for (const person of [mate, editor]) expect(await corroborate({ person, id: staff.id })).toEqual(refused);
  await withdrawInsight({ person: author, id: team.id });
  expect(await withdrawCorroboration({ person: mate, id: team.id })).toEqual(refused);
});

test("what is said with a voice is held to its limits", () => {
  const read = (sent: Parameters<typeof readVoice>[0]) => readVoice(sent, { today });
  expect(read({})).toEqual({ voice: { words: "", channel: "", heardOn: today } });
  expect(read({ words: "é".repeat(500) })).toHaveProperty("voice");
  expect(read({ words: "é".repeat(501) })).toHaveProperty("problems.words");
  expect(read({ heardOn: daysAfter(today, 1) })).toHaveProperty("problems.heardOn");
  expect(read({ heardOn: "yesterday" })).toHaveProperty("problems.heardOn");
});

test("a channel there is not is refused, and nothing is kept", async () => {
  const { id } = await anInsight();
  const voice = aVoice({ channel: "carrier-pigeon" });
  expect(await corroborate({ person: people[2]!, id, voice })).toHaveProperty("problems.channel");
  expect(await strengthOf(id)).toMatchObject({ voices: 1 });
});

test("moving the day or turning it to another team keeps the strength true", async () => {
  const author = await aPerson({ team: teams[0] });
  const department = await aDepartment();
  const { id } = await anInsight({ person: author, departments: [department] });
  await corroborate({ person: people[0]!, id, voice: aVoice({ heardOn: daysAfter(today, -5) }) });
  const sent = {
    body: "Anew.",
    departments: [department.slug],
    channel: "coffee",
    heardOn: daysAfter(today, -9),
  };
  const read = readDraft(sent, { today });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  await editInsight({ person: author, id, version: 1, draft: read.draft });
  expect(await strengthOf(id)).toEqual({ voices: 2, voiceTeams: 1, lastHeardOn: daysAfter(today, -5) });
  expect(await checkInvariants()).toEqual([]);
});

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

/** A small generator, so that a failure can be had again from its seed. */
function dice(from: number): () => number {
  let state = from;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test(`twenty people at once, giving and taking back, leave the count of those who stand (seed ${seed})`, async () => {
  const random = dice(seed);
  const { id } = await anInsight({ person: await aPerson({ team: teams[2] }) });
  const last = new Map<string, boolean>();
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(
      people.map(async (person) => {
        const gives = random() < 0.7;
        last.set(person.id, gives);
        const turns = [1, 2].map(() =>
          gives ? corroborate({ person, id }) : withdrawCorroboration({ person, id }),
        );
        await Promise.all(turns);
      }),
    );
    const standing = people.filter((person) => last.get(person.id));
    const counted = new Set([teams[2]!.id, ...standing.map(({ team }) => team.id)]);
    expect(await strengthOf(id)).toMatchObject({ voices: 1 + standing.length, voiceTeams: counted.size });
  }
  expect(await checkInvariants()).toEqual([]);
});
