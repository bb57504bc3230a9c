import { and, eq, inArray, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { tagIsRead } from "#app/insights/tag-is-read.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { follow, unfollow } from "#app/people/follow.server.ts";
import { isFollowing } from "#app/people/is-following.server.ts";
import { listFollows } from "#app/people/list-follows.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { reactToAll, toldTo } from "#tests/notifications/reacting.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import {
  author,
  byAuthor,
  department,
  reader,
  useReaderAndAuthor,
} from "#tests/support/reader-and-author.ts";

useDatabase();
useReaderAndAuthor();

const followed = async (person = reader) =>
  (await listFollows({ personId: person.id, shown: tagIsRead(person) })).map(
    ({ kind, name }) => `${kind} ${name}`,
  );

async function theTag(name: string): Promise<string> {
  const [tag] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, name));
  return tag!.id;
}

test("a department, a tag and a team are followed, each once, and no longer", async () => {
  await byAuthor({ sent: { tags: ["lab-moves"] } });
  const things = [
    { kind: "department", id: department.id },
    { kind: "tag", id: await theTag("lab-moves") },
    { kind: "team", id: author.team.id },
  ] as const;
  for (const thing of [...things, ...things]) await follow({ personId: reader.id, ...thing });
  expect(await followed()).toEqual([
    `department ${department.name}`,
    "tag lab-moves",
    `team ${author.team.name}`,
  ]);
  expect(await isFollowing({ personId: reader.id, kind: "department", slug: department.slug })).toBe(true);
  expect(await isFollowing({ personId: reader.id, kind: "team", slug: author.team.slug })).toBe(true);
  expect(await isFollowing({ personId: author.id, kind: "tag", slug: "lab-moves" })).toBe(false);
  for (const thing of [...things, ...things]) await unfollow({ personId: reader.id, ...thing });
  expect(await followed()).toEqual([]);
  expect(await isFollowing({ personId: reader.id, kind: "tag", slug: "lab-moves" })).toBe(false);
  const kept = await db
    .select({ name: events.name })
    .from(events)
    .where(and(eq(events.actorId, reader.id), like(events.name, "%followed")));
  expect(kept.map(({ name }) => name)).toEqual([
    "department.followed",
    "tag.followed",
    "team.followed",
    "department.unfollowed",
    "tag.unfollowed",
    "team.unfollowed",
  ]);
});

test("pressed twenty times at once it is followed once", async () => {
  const thing = { personId: reader.id, kind: "department", id: department.id } as const;
  await Promise.all(Array.from({ length: 20 }, () => follow(thing)));
  expect(await db.select().from(follows).where(eq(follows.personId, reader.id))).toHaveLength(1);
});

test("a tag coined where one may not read any more is shown no longer", async () => {
  const { id } = await byAuthor({ sent: { tags: ["short-lived"] } });
  await follow({ personId: reader.id, kind: "tag", id: await theTag("short-lived") });
  expect(await followed()).toEqual(["tag short-lived"]);
  await withdrawInsight({ person: author, id });
  expect(await followed()).toEqual([]);
});

test("who follows is told of what is posted from then on, once, and only of what they may read", async () => {
  const before = await byAuthor();
  for (const person of [reader, author]) {
    await follow({ personId: person.id, kind: "department", id: department.id });
    await follow({ personId: person.id, kind: "team", id: author.team.id });
  }
  // The database keeps milliseconds: what follows must be later than the following.
  await db
    .update(follows)
    .set({ followedAt: new Date(Date.now() - 1) })
    .where(inArray(follows.personId, [reader.id, author.id]));
  const after = await byAuthor();
  await byAuthor({ sent: { visibility: "team" } });
  const elsewhere = await anInsight({ person: author });
  await anInsight({ departments: [await aDepartment()] });
  await reactToAll();
  await reactToAll({ again: true });
  expect(await toldTo(reader)).toEqual(
    expect.arrayContaining([`followed ${after.id}`, `followed ${elsewhere.id}`]),
  );
  expect(await toldTo(reader)).toHaveLength(2);
  expect(await toldTo(author)).toEqual([]);
  expect(before.id).not.toBe(after.id);
});

test("mentioned besides, one is told of the mention alone", async () => {
  await follow({ personId: reader.id, kind: "department", id: department.id });
  await db.update(follows).set({ followedAt: new Date(Date.now() - 1_000) });
  const { id } = await byAuthor({ body: `Ask @${reader.handle}` });
  await reactToAll();
  expect(await toldTo(reader)).toEqual([`mention ${id}`]);
});

test("a team is told of by what it posts, wherever", async () => {
  const team = await aTeam();
  const mate = await aPerson({ team });
  await follow({ personId: reader.id, kind: "team", id: team.id });
  await db.update(follows).set({ followedAt: new Date(Date.now() - 1_000) });
  const { id } = await anInsight({ person: mate });
  await reactToAll();
  expect(await toldTo(reader)).toEqual([`followed ${id}`]);
});
