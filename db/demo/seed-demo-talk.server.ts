import { eq, sql } from "drizzle-orm";
import type { EventName } from "#app/events/event.ts";
import type { Person } from "#app/people/person.ts";
import { renderMarkdown } from "#app/text/render-markdown.server.ts";
import type { Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { commentRevisions, comments } from "../schema/comments.server.ts";
import { events } from "../schema/events.server.ts";
import { insights } from "../schema/insights.server.ts";
import { channels } from "../schema/vocabulary.server.ts";
import { corroborations, thanks } from "../schema/voices.server.ts";
import { commentKey, demoCommentsAt, demoThanksAt, demoVoicesAt } from "./demo-talk.ts";
import { recountDemoTalk } from "./recount-demo-talk.server.ts";

type Given = { colleagues: Map<string, Person>; now: Date; timeZone: string };
type Fact = { name: EventName; actorId: string; subjectId: string; at: Date };

/**
 * Voices, comments, answers and thanks for the demonstration, in the ledger like any others but without the jobs that
 * would tell people: they have long been told. Done twice it adds nothing.
 */
export async function seedDemoTalk(tx: Tx, { colleagues, ...clock }: Given): Promise<void> {
  const rows = await tx
    .select({ id: insights.id, key: insights.idempotencyKey })
    .from(insights)
    .where(eq(insights.source, "demo"));
  const ids = new Map(rows.map(({ id, key }) => [key.replace(/^demo-/, ""), id]));
  const who = ({ about, by }: { about: string; by: string }) => {
    const [insightId, person] = [ids.get(about), colleagues.get(by)];
    if (!insightId || !person) throw new Error(`the demonstration has no ${about} or no ${by}`);
    return { insightId, person };
  };
  const facts: Fact[] = [
    ...(await addVoices(tx, { who, clock })),
    ...(await addComments(tx, { who, clock })),
    ...(await addThanks(tx, { who, clock })),
  ];
  if (facts.length === 0) return;
  await tx.insert(events).values(facts.map(({ at, ...fact }) => ({ id: newId(), ...fact, fields: [], at })));
  await recountDemoTalk(tx);
  await tx.execute(sql`
    update insight_index_states set wanted = wanted + 1, changed_at = now()
    where insight_id in (select id from insights where source = 'demo' and voices > 1)`);
}

type Adding = {
  who: (said: { about: string; by: string }) => { insightId: string; person: Person };
  clock: { now: Date; timeZone: string };
};

async function addVoices(tx: Tx, { who, clock }: Adding): Promise<Fact[]> {
  const slugs = await tx.select({ id: channels.id, slug: channels.slug }).from(channels);
  const channelIds = new Map(slugs.map(({ id, slug }) => [slug, id]));
  const voices = demoVoicesAt(clock).map(({ heardOn, at, channel, words, ...said }) => {
    const { insightId, person } = who(said);
    const channelId = channel ? channelIds.get(channel) : null;
    if (channelId === undefined) throw new Error(`the demonstration has no channel ${channel}`);
    return {
      insightId,
      personId: person.id,
      teamId: person.team.id,
      channelId,
      heardOn,
      words,
      corroboratedAt: at,
    };
  });
  const added = await tx.insert(corroborations).values(voices).onConflictDoNothing().returning();
  return added.map(({ insightId, personId, corroboratedAt }) => ({
    name: "insight.corroborated",
    actorId: personId,
    subjectId: insightId,
    at: corroboratedAt,
  }));
}

async function addComments(tx: Tx, { who, clock }: Adding): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const { body, at, answers, ...said } of demoCommentsAt(clock)) {
    const { insightId, person } = who(said);
    const { html, plainText, rendererVersion } = await renderMarkdown(body);
    const row = {
      id: newId(),
      insightId,
      authorId: person.id,
      body,
      html,
      plainText,
      rendererVersion,
      postedAt: at,
    };
    const idempotencyKey = commentKey({ ...said, body });
    const added = await tx
      .insert(comments)
      .values({ ...row, idempotencyKey })
      .onConflictDoNothing()
      .returning({ id: comments.id });
    if (added.length === 0) continue;
    await tx.insert(commentRevisions).values({ commentId: row.id, version: 1, body, editedAt: at });
    facts.push({ name: "comment.posted", actorId: person.id, subjectId: row.id, at });
    if (answers) facts.push(await markAnswer(tx, { insightId, commentId: row.id, at }));
  }
  return facts;
}

/** Whoever asked has said that this answers it. */
async function markAnswer(
  tx: Tx,
  { insightId, commentId, at }: { insightId: string; commentId: string; at: Date },
): Promise<Fact> {
  const [asked] = await tx
    .update(insights)
    .set({ answeredAt: at, answerCommentId: commentId })
    .where(eq(insights.id, insightId))
    .returning({ authorId: insights.authorId });
  return { name: "question.answered", actorId: asked?.authorId ?? "", subjectId: insightId, at };
}

async function addThanks(tx: Tx, { who, clock }: Adding): Promise<Fact[]> {
  const rows = demoThanksAt(clock).map(({ at, ...said }) => {
    const { insightId, person } = who(said);
    return { insightId, personId: person.id, thankedAt: at };
  });
  const added = await tx.insert(thanks).values(rows).onConflictDoNothing().returning();
  return added.map(({ insightId, personId, thankedAt }) => ({
    name: "insight.thanked",
    actorId: personId,
    subjectId: insightId,
    at: thankedAt,
  }));
}
