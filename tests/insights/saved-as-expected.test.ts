import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { closeDepartment } from "#app/departments/close-department.server.ts";
import { mergeDepartments } from "#app/departments/merge-departments.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { type PostOutcome, postAsExpected, postInsight } from "#app/insights/post-insight.server.ts";
import { expectApiKeyPerson, findApiKeyPerson } from "#app/people/find-api-key-person.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { mergeTags } from "#app/vocabulary/merge-tags.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db, planned, pool } from "#db/client.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { apiKeys, people, teams } from "#db/schema/people.server.ts";
import { channels, tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { useConnectionBeside } from "#tests/support/connection-beside.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, aPerson } from "#tests/support/factories.ts";

const { beside, untilWaiting } = useConnectionBeside(useDatabase());
const today = "2026-11-28";

type Sent = { about: ADepartment[]; tags?: string[]; channel?: string };

function draftOf({ about, tags = [], channel = "coffee" }: Sent) {
  const read = readDraft(
    { body: "Heard", departments: about.map(({ slug }) => slug), channel, tags },
    { today },
  );
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.draft;
}

function post(person: Person, sent: Sent): Promise<PostOutcome> {
  return postInsight({ person, draft: draftOf(sent), idempotencyKey: randomUUID(), source: "api" });
}

async function saved(posting: PostOutcome | undefined) {
  if (posting?.outcome !== "posted") throw new Error(JSON.stringify(posting));
  const [row] = await db
    .select({ text: insights.searchText, channelId: insights.channelId, teamId: insights.teamId })
    .from(insights)
    .where(eq(insights.id, posting.id));
  const [about, tagged] = await Promise.all([
    db.execute<{ id: string }>(
      sql`select department_id as id from insight_departments where insight_id = ${posting.id} order by position`,
    ),
    db.execute<{ name: string }>(
      sql`select name from insight_tags join tags on id = tag_id where insight_id = ${posting.id} order by name`,
    ),
  ]);
  return { ...row, about: about.map(({ id }) => id), tags: tagged.map(({ name }) => name) };
}

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  // Kept for some seconds, which do not pass here.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  await findLibrarySettings();
  const asked = [pool(), planned().sql].map((client) => vi.spyOn(client, "unsafe"));
  await work();
  const count = asked.flatMap(({ mock }) => mock.calls).length;
  for (const spy of asked) spy.mockRestore();
  vi.useRealTimers();
  return count;
}

async function aKey(person: Person): Promise<string> {
  const key = await mintApiKey({ email: `${person.handle}@library.example`, name: "a test" });
  if (!key) throw new Error("no key was made");
  await findApiKeyPerson(key);
  return key;
}

/** What the key is remembered for, asked before whatever is done to it. */
function postWith(key: string, sent: Sent) {
  const expected = expectApiKeyPerson(key);
  if (!expected) throw new Error("the key is not remembered");
  const draft = draftOf(sent);
  const posting = { draft, idempotencyKey: randomUUID(), source: "api" } as const;
  return () => postAsExpected({ ...posting, person: expected.person, key: expected });
}

test("words used before are saved in one round trip, the key that asks proved in it", async () => {
  const [person, one, other] = [
    await aPerson(),
    await aDepartment({ nicknames: ["B", "a"] }),
    await aDepartment(),
  ];
  const sent = { about: [other, one], tags: ["zeta", "alpha", "mañana"] };
  const first = await saved(await post(person, sent));
  // Coined by it: what they mean is known from the next time on.
  await post(person, sent);
  expect(await statementsOf(() => post(person, { ...sent, about: [one] }))).toBe(1);
  const again = postWith(await aKey(person), sent);
  let posted: Awaited<ReturnType<typeof again>>;
  expect(
    await statementsOf(async () => {
      posted = await again();
    }),
  ).toBe(1);
  expect(await saved(posted)).toEqual(first);
  expect(first).toMatchObject({ about: [other.id, one.id], tags: ["alpha", "mañana", "zeta"] });
  expect(await checkInvariants()).toEqual([]);
});

test("two names of one department are one, in the order named", async () => {
  const [person, part, whole] = [await aPerson({ role: "editor" }), await aDepartment(), await aDepartment()];
  await mergeDepartments({ person, slug: part.slug, into: whole.slug, today });
  const other = await aDepartment();
  const sent = { about: [part, other, whole] };
  expect(await saved(await post(person, sent))).toMatchObject({ about: [whole.id, other.id] });
  expect(await saved(await post(person, sent)), "remembered").toMatchObject({ about: [whole.id, other.id] });
});

type Changed = { person: Person; own: ADepartment; other: ADepartment };

test.each<[string, (made: Changed) => Promise<unknown>, (made: Changed) => object]>([
  [
    "a department renamed",
    ({ own }) => db.update(departments).set({ name: "Gardening" }).where(eq(departments.id, own.id)),
    ({ own }) => ({ about: [own.id], text: expect.stringContaining("gardening") }),
  ],
  [
    "a nickname more",
    ({ own }) =>
      db
        .insert(departmentAliases)
        .values({ id: randomUUID(), kind: "nickname", departmentId: own.id, name: "Flower people" }),
    ({ own }) => ({ about: [own.id], text: expect.stringContaining("flower people") }),
  ],
  [
    "a department merged",
    ({ person, own, other }) => mergeDepartments({ person, slug: own.slug, into: other.slug, today }),
    ({ other }) => ({ about: [other.id] }),
  ],
  [
    "a tag merged",
    async ({ person }) => {
      const [from] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, "pots"));
      const [into] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, "plants"));
      await mergeTags({ actorId: person.id, fromId: from?.id ?? "", intoId: into?.id ?? "" });
    },
    () => ({ tags: ["plants"] }),
  ],
  [
    "a channel's address given to another",
    async () => {
      for (const [from, to] of [
        ["coffee", "coffee-before"],
        ["email", "coffee"],
      ] as const)
        await db.update(channels).set({ slug: to }).where(eq(channels.slug, from));
    },
    () => ({}),
  ],
])("%s since: what is saved is what it means now", async (_, change, then) => {
  const person = await aPerson({ role: "editor" });
  const made = { person, own: await aDepartment(), other: await aDepartment() };
  const sent = { about: [made.own], tags: ["pots", "plants"] };
  await post(person, sent);
  await post(person, sent);
  await change(made);
  const row = await saved(await post(person, sent));
  expect(row).toMatchObject(then(made));
  const [channel] = await db.select({ id: channels.id }).from(channels).where(eq(channels.slug, "coffee"));
  expect(row.channelId).toBe(channel?.id);
  expect(await checkInvariants()).toEqual([]);
});

test("a department closed since is refused in words; opened again, it is saved", async () => {
  const [person, own] = [await aPerson({ role: "editor" }), await aDepartment()];
  await post(person, { about: [own] });
  await closeDepartment({ person, slug: own.slug, closed: true });
  expect(await post(person, { about: [own] })).toHaveProperty("problems.departments");
  await closeDepartment({ person, slug: own.slug, closed: false });
  expect(await post(person, { about: [own] })).toHaveProperty("outcome", "posted");
});

test("a word that was no tag, and is another's synonym since, is that other", async () => {
  const [person, own] = [await aPerson(), await aDepartment()];
  await post(person, { about: [own], tags: ["lending"] });
  const [lending] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, "lending"));
  // Remembered as unknown: looked up for what was refused.
  expect(await post(person, { about: [own], tags: ["loans"], channel: "nowhere" })).toHaveProperty(
    "problems",
  );
  await db.insert(tagSynonyms).values({ id: randomUUID(), tagId: lending?.id ?? "", name: "loans" });
  expect(await saved(await post(person, { about: [own], tags: ["loans"] }))).toMatchObject({
    tags: ["lending"],
  });
});

test("sent again, it is there once, and something else with its key is told apart", async () => {
  const [person, own] = [await aPerson(), await aDepartment()];
  await post(person, { about: [own] });
  const given = { person, idempotencyKey: randomUUID(), source: "api" } as const;
  const first = await postInsight({ ...given, draft: draftOf({ about: [own] }) });
  const id = "id" in first && first.id;
  expect(await postInsight({ ...given, draft: draftOf({ about: [own] }) })).toEqual({
    outcome: "already-posted",
    id,
  });
  const other = await postInsight({ ...given, draft: { ...draftOf({ about: [own] }), body: "Other" } });
  expect(other).toEqual({ outcome: "key-reused", id });
});

test.each<[string, (person: Person) => Promise<unknown>]>([
  [
    "its key was revoked",
    ({ id }) => db.update(apiKeys).set({ revokedAt: sql`now()` }).where(eq(apiKeys.personId, id)),
  ],
  [
    "its key ended",
    ({ id }) =>
      db.update(apiKeys).set({ endsAt: sql`now() - interval '1 second'` }).where(eq(apiKeys.personId, id)),
  ],
  [
    "its person was disabled",
    ({ id }) => db.update(people).set({ disabledAt: sql`now()` }).where(eq(people.id, id)),
  ],
  [
    "its person is in another team",
    async ({ id }) => {
      const teamId = randomUUID();
      await db.insert(teams).values({ id: teamId, slug: teamId, name: teamId });
      await db.update(people).set({ teamId }).where(eq(people.id, id));
    },
  ],
])("nothing is saved by what a key was remembered for when %s meanwhile", async (_, change) => {
  const [person, own] = [await aPerson(), await aDepartment()];
  await post(person, { about: [own] });
  const key = await aKey(person);
  const before = postWith(key, { about: [own] });
  const after = postWith(key, { about: [own] });
  expect(await before()).toHaveProperty("outcome", "posted");
  await change(person);
  expect(await after()).toBeUndefined();
  const posted = await db.select({ id: insights.id }).from(insights).where(eq(insights.authorId, person.id));
  expect(posted).toHaveLength(2);
});

test("a key being revoked is waited for, and then nothing is saved", async () => {
  const [person, own] = [await aPerson(), await aDepartment()];
  await post(person, { about: [own] });
  const save = postWith(await aKey(person), { about: [own] });
  const { saving } = await beside.begin(async (revoking) => {
    await revoking`update api_keys set revoked_at = now() where person_id = ${person.id}`;
    const saving = save();
    await untilWaiting(1);
    return { saving };
  });
  expect(await saving).toBeUndefined();
});

test("a key by which something is being saved is revoked when it is saved", async () => {
  const [person, own] = [await aPerson(), await aDepartment()];
  await post(person, { about: [own] });
  const save = postWith(await aKey(person), { about: [own] });
  const { saving } = await beside.begin(async (holding) => {
    // What the last of its checks looks at.
    await holding`select from people where id = ${person.id} for update`;
    const saving = save();
    await untilWaiting(1);
    await expect(
      beside`select from api_keys where person_id = ${person.id} for update nowait`,
    ).rejects.toThrow("could not obtain lock");
    return { saving };
  });
  expect(await saving).toHaveProperty("outcome", "posted");
});
