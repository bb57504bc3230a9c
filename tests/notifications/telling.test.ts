import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { recordEvent } from "#app/events/record-event.server.ts";
import { answerQuestion } from "#app/insights/answer-question.server.ts";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { reopenQuestion } from "#app/insights/reopen-question.server.ts";
import { tellColleagues } from "#app/insights/tell-colleagues.server.ts";
import { thank, unthank } from "#app/insights/thank.server.ts";
import { withdrawComment } from "#app/insights/withdraw-comment.server.ts";
import { withdrawCorroboration } from "#app/insights/withdraw-corroboration.server.ts";
import { listNotifications } from "#app/notifications/list-notifications.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  type ADepartment,
  aComment,
  aDepartment,
  aLiaison,
  anInsight,
  aPerson,
  aTeam,
} from "#tests/support/factories.ts";
import { choose, correct, reactToAll, toldTo } from "./reacting.ts";

useDatabase();

let priya: Person;
let tom: Person;
let ada: Person;
let department: ADepartment;

beforeEach(async () => {
  [priya, tom, ada] = [await aPerson({ name: "Priya Shah" }), await aPerson(), await aPerson()];
  department = await aDepartment();
});

const byPriya = (given: Parameters<typeof anInsight>[0] = {}) =>
  anInsight({ person: priya, departments: [department], ...given });

test("whom a text mentions is told once, however often it does and however often the job runs", async () => {
  const { id } = await byPriya({
    body: `@${tom.handle} and @${tom.handle}, also @${tom.handle}; not \`@${ada.handle}\``,
  });
  await reactToAll();
  await reactToAll({ again: true });
  await correct({ person: priya, id, department, body: `Again @${tom.handle}, now @${ada.handle} too` });
  await reactToAll();
  await reactToAll({ again: true });
  expect(await toldTo(tom)).toEqual([`mention ${id}`]);
  expect(await toldTo(ada)).toEqual([`mention ${id}`]);
});

test("two workers at once tell once", async () => {
  const { id } = await byPriya({ body: `Ask @${tom.handle}` });
  await Promise.all([1, 2, 3, 4].map(() => reactToAll({ again: true })));
  expect(await toldTo(tom)).toEqual([`mention ${id}`]);
});

test("a team is mentioned by its slug; nobody is told what they wrote themselves, nor who has left", async () => {
  const team = await aTeam();
  const [one, two, gone] = [await aPerson({ team }), await aPerson({ team }), await aPerson({ team })];
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.id));
  const { id } = await anInsight({ person: one, body: `Hello @${team.slug} and @${one.handle}` });
  await reactToAll();
  expect(await toldTo(two)).toEqual([`mention ${id}`]);
  expect(await toldTo(one)).toEqual([]);
  expect(await db.select().from(notifications).where(eq(notifications.personId, gone.id))).toEqual([]);
});

test("a question reaches who looks after its departments now, once as a mention if they are mentioned", async () => {
  const before = await aPerson();
  await aLiaison({ department, person: tom });
  await aLiaison({ department, person: ada, part: "co-owner" });
  await aLiaison({ department, person: before, part: "co-owner", until: "2025-01-01" });
  const { id } = await byPriya({ body: `Who knows? @${ada.handle}`, sent: { kind: "question" } });
  await byPriya({ body: "No question" });
  await reactToAll();
  expect(await toldTo(tom)).toEqual([`question ${id}`]);
  expect(await toldTo(ada)).toEqual([`mention ${id}`]);
  expect(await toldTo(before)).toEqual([]);
});

test("a comment reaches the author, those who commented before and those it mentions, each once", async () => {
  const mentioned = await aPerson();
  const { id } = await byPriya();
  await aComment({ insightId: id, person: tom });
  await reactToAll();
  await aComment({ insightId: id, person: ada, body: `See @${priya.handle} and @${mentioned.handle}` });
  await reactToAll();
  await reactToAll({ again: true });
  expect(await toldTo(priya)).toEqual([`mention ${id}`, `comment ${id}`]);
  expect(await toldTo(tom)).toEqual([`comment ${id}`]);
  expect(await toldTo(mentioned)).toEqual([`mention ${id}`]);
  expect(await toldTo(ada)).toEqual([]);
});

test("a comment taken away is told of no longer", async () => {
  const { id } = await byPriya();
  const commentId = await aComment({ insightId: id, person: tom });
  await reactToAll();
  expect(await toldTo(priya)).toHaveLength(1);
  await withdrawComment({ person: tom, insightId: id, id: commentId });
  expect(await toldTo(priya)).toEqual([]);
});

test("an answer reaches who asked and who commented, and is taken back when the question is open again", async () => {
  const { id } = await byPriya({ sent: { kind: "question" } });
  await aComment({ insightId: id, person: ada });
  const answer = await aComment({ insightId: id, person: tom });
  await answerQuestion({ person: priya, id, commentId: answer });
  await reactToAll();
  expect(await toldTo(tom)).toEqual([`answer ${id}`]);
  expect(await toldTo(ada)).toContain(`answer ${id}`);
  expect(await toldTo(priya)).not.toContain(`answer ${id}`);
  await reopenQuestion({ person: priya, id });
  await reactToAll();
  await reactToAll({ again: true });
  expect(await toldTo(tom)).toEqual([]);
});

test("a telling reaches whom it was sent to, with its words", async () => {
  const { id } = await byPriya();
  await tellColleagues({ person: tom, id, telling: { colleagues: [ada.handle], words: "For Thursday" } });
  await reactToAll();
  const { items } = await listNotifications({ reader: ada });
  expect(items).toMatchObject([{ kind: "told", insightId: id, actor: tom.name, words: "For Thursday" }]);
});

test("a voice and thanks reach the author, and go when they are taken back", async () => {
  const { id } = await byPriya();
  await corroborate({ person: tom, id });
  await thank({ person: tom, id });
  await reactToAll();
  expect((await toldTo(priya)).sort()).toEqual([`corroborated ${id}`, `thanks ${id}`]);
  await withdrawCorroboration({ person: tom, id });
  await unthank({ person: tom, id });
  await reactToAll();
  await reactToAll({ again: true });
  expect(await toldTo(priya)).toEqual([]);
  await corroborate({ person: tom, id });
  await reactToAll();
  expect(await toldTo(priya)).toEqual([`corroborated ${id}`]);
});

test("a check that is due reaches the author and the liaisons; once somebody has looked, nobody need", async () => {
  await aLiaison({ department, person: tom });
  const { id } = await byPriya();
  const record = (name: "insight.review-asked" | "insight.confirmed-true", actorId: string | null) =>
    runTransaction((tx) => recordEvent(tx, { name, actorId, subjectId: id }));
  await record("insight.review-asked", null);
  await reactToAll();
  expect([await toldTo(priya), await toldTo(tom)]).toEqual([[`review ${id}`], [`review ${id}`]]);
  await record("insight.confirmed-true", tom.id);
  await reactToAll();
  expect([await toldTo(priya), await toldTo(tom)]).toEqual([[], []]);
});

test("what is replaced is told to its author and who heard it too, of the newer one and only if they may read it", async () => {
  const team = await aTeam();
  const mate = await aPerson({ team });
  const { id: old } = await anInsight({ person: mate, departments: [department] });
  await corroborate({ person: tom, id: old });
  const newer = await anInsight({ person: await aPerson({ team }), sent: { visibility: "team" } });
  await db.update(insights).set({ supersededById: newer.id }).where(eq(insights.id, old));
  await runTransaction((tx) =>
    recordEvent(tx, { name: "insight.superseded", actorId: newer.person.id, subjectId: old }),
  );
  await reactToAll();
  expect(await toldTo(mate)).toContain(`superseded ${newer.id}`);
  expect(await toldTo(tom)).toEqual([]);
  await db.update(insights).set({ supersededById: null }).where(eq(insights.id, old));
  await runTransaction((tx) =>
    recordEvent(tx, { name: "insight.unsuperseded", actorId: mate.id, subjectId: old }),
  );
  await reactToAll();
  expect(await toldTo(mate)).not.toContain(`superseded ${newer.id}`);
});

test("who does not want to hear of a kind is not told, and hears of the others", async () => {
  await choose(tom, "mention", "never");
  const { id } = await byPriya({ body: `@${tom.handle}` });
  await aComment({ insightId: id, person: tom });
  await aComment({ insightId: id, person: ada, body: `@${tom.handle}` });
  await aComment({ insightId: id, person: priya });
  await reactToAll();
  expect(await toldTo(tom)).toEqual([`comment ${id}`]);
});

test("what a library's past brings in stands there as read; what a file brings in tells nobody", async () => {
  const { id } = await byPriya({ body: `@${tom.handle}`, postedAt: new Date(Date.now() - 3 * 86_400_000) });
  await reactToAll();
  expect((await listNotifications({ reader: tom })).items).toMatchObject([{ insightId: id, read: true }]);
  const imported = await byPriya({ body: `@${ada.handle}` });
  await db.update(insights).set({ source: "import" }).where(eq(insights.id, imported.id));
  await reactToAll();
  expect(await toldTo(ada)).toEqual([]);
});
