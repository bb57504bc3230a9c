import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { answerQuestion, answerWithInsight } from "#app/insights/answer-question.server.ts";
import { hideComment } from "#app/insights/hide-comment.server.ts";
import { listLinkedInsights } from "#app/insights/list-linked-insights.server.ts";
import { reopenQuestion } from "#app/insights/reopen-question.server.ts";
import { withdrawComment } from "#app/insights/withdraw-comment.server.ts";
import type { Person } from "#app/people/person.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aComment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();
let asker: Person;
let mate: Person;
let other: Person;
let editor: Person;

beforeAll(async () => {
  const team = await aTeam();
  asker = await aPerson({ team, role: "assistant" });
  mate = await aPerson({ team });
  other = await aPerson();
  editor = await aPerson({ role: "editor" });
});

const aQuestion = async (visibility = "staff") =>
  (await anInsight({ person: asker, sent: { kind: "question", visibility } })).id;

async function stateOf(id: string) {
  const { answeredAt, answerCommentId } = insights;
  const [row] = await db.select({ answeredAt, answerCommentId }).from(insights).where(eq(insights.id, id));
  return { answered: row?.answeredAt !== null, by: row?.answerCommentId };
}

async function ledgerOf(id: string): Promise<string[]> {
  const rows = await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq);
  return rows.map(({ name }) => name);
}

test("whoever asked, or an editor, says which comment answers it, and opens it again", async () => {
  const id = await aQuestion();
  const [first, second] = [
    await aComment({ insightId: id, person: other }),
    await aComment({ insightId: id, person: mate }),
  ];
  for (const person of [mate, other]) {
    expect(await answerQuestion({ person, id, commentId: first })).toEqual({ outcome: "not-possible" });
  }
  expect(await answerQuestion({ person: asker, id, commentId: first })).toEqual({ outcome: "done" });
  expect(await answerQuestion({ person: asker, id, commentId: first })).toEqual({ outcome: "already-done" });
  expect(await stateOf(id)).toEqual({ answered: true, by: first });
  expect(await answerQuestion({ person: editor, id, commentId: second })).toEqual({ outcome: "done" });
  expect(await stateOf(id)).toEqual({ answered: true, by: second });
  expect(await reopenQuestion({ person: other, id })).toEqual({ outcome: "not-possible" });
  expect(await reopenQuestion({ person: asker, id })).toEqual({ outcome: "done" });
  expect(await reopenQuestion({ person: asker, id })).toEqual({ outcome: "already-done" });
  expect(await stateOf(id)).toEqual({ answered: false, by: null });
  const answered = ["question.answered", "question.answered", "question.reopened"];
  expect(await ledgerOf(id)).toEqual(["insight.posted", ...answered]);
});

test("only a comment that stands beneath a question answers it", async () => {
  const id = await aQuestion();
  const elsewhere = await aComment({ insightId: await aQuestion(), person: other });
  const gone = await aComment({ insightId: id, person: asker });
  await withdrawComment({ person: asker, insightId: id, id: gone });
  for (const commentId of [elsewhere, gone, crypto.randomUUID(), "1 or 1=1"]) {
    expect(await answerQuestion({ person: asker, id, commentId })).toEqual({ outcome: "not-possible" });
  }
  const { id: noQuestion } = await anInsight({ person: asker });
  const commentId = await aComment({ insightId: noQuestion });
  expect(await answerQuestion({ person: asker, id: noQuestion, commentId })).toEqual({
    outcome: "not-possible",
  });
});

test.each(["withdrawn", "hidden"])("a question whose answer is %s is open again", async (how) => {
  const id = await aQuestion();
  const commentId = await aComment({ insightId: id, person: other });
  await answerQuestion({ person: asker, id, commentId });
  const turn = { insightId: id, id: commentId };
  if (how === "withdrawn") await withdrawComment({ ...turn, person: other });
  else await hideComment({ ...turn, person: editor, reason: "names a student" });
  expect(await stateOf(id)).toEqual({ answered: false, by: null });
  expect(await ledgerOf(id)).toContain("question.reopened");
  expect(await checkInvariants()).toEqual([]);
});

test("an insight answers a question when all who may read the question may read it, and both lead to each other", async () => {
  const post = async (visibility: string, person = mate) =>
    (await anInsight({ person, sent: { visibility } })).id;
  const answer = async (questionId: string, answerId: string, person = mate) =>
    answerWithInsight({ person, questionId, answerId });
  const staff = await aQuestion();
  const narrow = await post("team");
  expect(await answer(staff, narrow)).toEqual({ outcome: "already-done" });
  expect(await stateOf(staff), "closed for no reason the others could read").toMatchObject({
    answered: false,
  });
  const wide = await post("staff");
  expect(await answer(staff, wide)).toEqual({ outcome: "done" });
  expect(await stateOf(staff)).toEqual({ answered: true, by: null });

  const linked = (person: Person, id: string, answersId: string | null) =>
    listLinkedInsights({ person, id, answersId });
  const idsFor = async (person: Person) => (await linked(person, staff, null)).answeredBy.map(({ id }) => id);
  expect(await idsFor(mate)).toEqual([narrow, wide]);
  expect(await idsFor(other), "what others may not read is not even counted for them").toEqual([wide]);
  expect((await linked(other, wide, staff)).answers).toMatchObject({ id: staff });

  const team = await aQuestion("team");
  expect(await answer(team, await post("me"))).toEqual({ outcome: "already-done" });
  expect(await answer(team, await post("team", other), other)).toEqual({ outcome: "not-possible" });
  expect(await answer(team, await post("team"))).toEqual({ outcome: "done" });
  expect((await linked(other, await post("staff", other), team)).answers).toBeNull();
});

test("nobody makes another's insight an answer", async () => {
  const questionId = await aQuestion();
  const { id: answerId } = await anInsight({ person: other });
  expect(await answerWithInsight({ person: mate, questionId, answerId })).toEqual({
    outcome: "already-done",
  });
  expect(await stateOf(questionId)).toMatchObject({ answered: false });
  expect((await listLinkedInsights({ person: mate, id: questionId, answersId: null })).answeredBy).toEqual(
    [],
  );
});
