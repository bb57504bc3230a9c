import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { readComment } from "#app/insights/comment-draft.ts";
import { editComment } from "#app/insights/edit-comment.server.ts";
import { hideComment, unhideComment } from "#app/insights/hide-comment.server.ts";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { listComments } from "#app/insights/list-comments.server.ts";
import { postComment } from "#app/insights/post-comment.server.ts";
import { restoreComment, withdrawComment } from "#app/insights/withdraw-comment.server.ts";
import type { Person } from "#app/people/person.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { commentRevisions, comments } from "#db/schema/comments.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aComment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();
const staff = { visibility: "staff", withdrawnAt: null, hiddenAt: null } as const;
let author: Person;
let mate: Person;
let stranger: Person;
let editor: Person;

beforeAll(async () => {
  const team = await aTeam();
  author = await aPerson({ team });
  mate = await aPerson({ team });
  stranger = await aPerson({ role: "assistant" });
  editor = await aPerson({ role: "editor" });
});

async function countOf(id: string): Promise<number | undefined> {
  return (await db.select({ comments: insights.comments }).from(insights).where(eq(insights.id, id)))[0]
    ?.comments;
}

async function shownTo(person: Person, id: string) {
  const insight = { ...staff, authorId: author.id, teamId: author.team.id };
  return listComments({ person, id, insight });
}

test("comments are listed oldest first, rendered once, and counted", async () => {
  const { id } = await anInsight({ person: author });
  for (const body of ["First, **plainly**", "Second <script>alert(1)</script>", "Third @sam @health"]) {
    await postComment({ person: mate, id, body, idempotencyKey: crypto.randomUUID() });
  }
  const html = (await shownTo(stranger, id)).map((comment) => comment.html);
  expect(html).toEqual([
    "<p>First, <strong>plainly</strong></p>",
    "<p>Second &lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<p>Third @sam @health</p>",
  ]);
  expect(await countOf(id)).toBe(3);
});

test("however often a form arrives, at once or again, it posts one comment", async () => {
  const { id } = await anInsight({ person: author });
  const idempotencyKey = crypto.randomUUID();
  const send = () => postComment({ person: mate, id, body: "Once.", idempotencyKey });
  const outcomes = (await Promise.all(Array.from({ length: 20 }, send))).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "posted")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "already-posted")).toHaveLength(19);
  expect(await countOf(id)).toBe(1);
  const elsewhere = await anInsight({ person: author });
  const reused = await postComment({ person: mate, id: elsewhere.id, body: "Twice.", idempotencyKey });
  expect(reused, "its key belongs beneath another insight").toEqual({ outcome: "not-possible" });
});

test("who may read an insight may comment on it, nobody else, and nobody once it is gone", async () => {
  const refused = { outcome: "not-possible" };
  const say = async (person: Person, id: string) =>
    postComment({ person, id, body: "Well.", idempotencyKey: crypto.randomUUID() });
  const { id: team } = await anInsight({ person: author, sent: { visibility: "team" } });
  const { id: me } = await anInsight({ person: author, sent: { visibility: "me" } });
  expect(await say(mate, team)).toMatchObject({ outcome: "posted" });
  for (const person of [stranger, editor]) expect(await say(person, team)).toEqual(refused);
  for (const person of [mate, editor]) expect(await say(person, me)).toEqual(refused);
  expect(await say(author, me)).toMatchObject({ outcome: "posted" });
  const { id } = await anInsight({ person: author });
  await hideInsight({ person: editor, id, reason: "for the test" });
  for (const person of [author, editor, mate]) expect(await say(person, id)).toEqual(refused);
});

test("its writer corrects a comment; a version written meanwhile is never overwritten", async () => {
  const { id: insightId } = await anInsight({ person: author });
  const id = await aComment({ person: mate, insightId, body: "One" });
  const edit = (body: string, version: number, person = mate) =>
    editComment({ person, insightId, id, version, body });
  expect(await edit("Two", 1)).toEqual({ outcome: "edited" });
  expect(await edit("Three", 1)).toEqual({ outcome: "changed-meanwhile", body: "Two", version: 2 });
  const both = await Promise.all([edit("Four", 2), edit("Four too", 2)]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["changed-meanwhile", "edited"]);
  for (const person of [author, editor, stranger]) {
    expect(await edit("Mine now", 3, person)).toEqual({ outcome: "not-possible" });
  }
  const kept = await db.select().from(commentRevisions).where(eq(commentRevisions.commentId, id));
  expect(kept.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
  expect(await checkInvariants()).toEqual([]);
});

test("its writer withdraws a comment and brings it back; nobody else can, nor sees it meanwhile", async () => {
  const { id: insightId } = await anInsight({ person: author });
  const id = await aComment({ person: mate, insightId });
  for (const person of [author, editor, stranger]) {
    expect(await withdrawComment({ person, insightId, id })).toEqual({ outcome: "not-possible" });
  }
  const turn = { person: mate, insightId, id };
  const twice = await Promise.all([withdrawComment(turn), withdrawComment(turn)]);
  expect(twice.map(({ outcome }) => outcome).sort()).toEqual(["already-done", "done"]);
  expect(await countOf(insightId)).toBe(0);
  for (const person of [author, editor, stranger]) expect(await shownTo(person, insightId)).toEqual([]);
  expect(await shownTo(mate, insightId)).toMatchObject([
    { withdrawn: true, may: { restore: true, edit: false } },
  ]);
  expect(await restoreComment({ ...turn, person: editor })).toEqual({ outcome: "not-possible" });
  expect(await restoreComment(turn)).toEqual({ outcome: "done" });
  expect(await countOf(insightId)).toBe(1);
});

test("an editor hides a comment with a reason: its writer and editors still see it, and why", async () => {
  const { id: insightId } = await anInsight({ person: author });
  const id = await aComment({ person: mate, insightId });
  const reason = "names a student";
  for (const person of [author, mate, stranger]) {
    expect(await hideComment({ person, insightId, id, reason })).toEqual({ outcome: "not-possible" });
  }
  expect(await hideComment({ person: editor, insightId, id, reason })).toEqual({ outcome: "done" });
  expect(await hideComment({ person: editor, insightId, id, reason })).toEqual({ outcome: "already-done" });
  expect(await countOf(insightId)).toBe(0);
  for (const person of [author, stranger]) expect(await shownTo(person, insightId)).toEqual([]);
  const hidden = { by: editor.name, reason };
  expect(await shownTo(mate, insightId)).toMatchObject([{ hidden, may: { edit: false, withdraw: true } }]);
  expect(await shownTo(editor, insightId)).toMatchObject([{ hidden, may: { unhide: true } }]);
  expect(await unhideComment({ person: mate, insightId, id })).toEqual({ outcome: "not-possible" });
  expect(await unhideComment({ person: editor, insightId, id })).toEqual({ outcome: "done" });
  expect(await shownTo(stranger, insightId)).toMatchObject([{ hidden: null }]);
});

test("a comment is turned only beneath its own insight", async () => {
  const [here, there] = [await anInsight({ person: author }), await anInsight({ person: author })];
  const id = await aComment({ person: mate, insightId: here.id });
  const elsewhere = { person: mate, insightId: there.id, id };
  expect(await withdrawComment(elsewhere)).toEqual({ outcome: "not-possible" });
  expect(await editComment({ ...elsewhere, version: 1, body: "x" })).toEqual({ outcome: "not-possible" });
  const [row] = await db.select().from(comments).where(eq(comments.id, id));
  expect(row).toMatchObject({ withdrawnAt: null, version: 1 });
});

test("the ledger names the comment and never what it said", async () => {
  const secret = "a remark that stays where it was written";
  const { id: insightId } = await anInsight({ person: author });
  const id = await aComment({ person: mate, insightId, body: secret });
  await editComment({ person: mate, insightId, id, version: 1, body: `${secret} still` });
  const rows = await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq);
  expect(rows.map(({ name, actorId }) => [name, actorId])).toEqual([
    ["comment.posted", mate.id],
    ["comment.edited", mate.id],
  ]);
  expect(JSON.stringify(rows)).not.toContain("remark");
});

test.each([
  ["", "Write your comment"],
  [" \u200e\u0000 ", "Write your comment"],
  ["é".repeat(2_501), "too long"],
])("a comment of %o is refused in words", (body, words) => {
  expect(readComment(body)).toEqual({ problem: expect.stringContaining(words) });
  expect(readComment("é".repeat(2_500))).toHaveProperty("body");
});

test("fifty at once from ten colleagues are fifty, in the order of their posting", async () => {
  const { id } = await anInsight({ person: author });
  const talkers = await Promise.all(Array.from({ length: 10 }, () => aPerson()));
  await Promise.all(
    talkers.flatMap((person) => [1, 2, 3, 4, 5].map(() => aComment({ person, insightId: id }))),
  );
  expect(await countOf(id)).toBe(50);
  const shown = await shownTo(stranger, id);
  expect(shown.map(({ postedAt }) => postedAt)).toEqual(
    shown.map(({ postedAt }) => postedAt).sort((a, b) => a.getTime() - b.getTime()),
  );
  const mine = and(eq(comments.insightId, id), eq(comments.authorId, talkers[0]!.id));
  expect(await db.select().from(comments).where(mine)).toHaveLength(5);
  expect(await checkInvariants()).toEqual([]);
});
