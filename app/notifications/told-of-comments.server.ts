import { and, eq, inArray, isNull, lt, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { type Candidate, firstReasonEach, isPast } from "./candidate.ts";
import { findMentioned } from "./find-mentioned.server.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

const saidAnew = ["comment.posted", "comment.edited", "comment.restored", "comment.unhidden"] as const;

/** Whoever a comment mentions; and of a new one the insight's author and those who commented on it before. */
export async function toldOfComments(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, saidAnew);
  if (entries.length === 0) return [];
  const [rows, before] = await Promise.all([findComments(subjectIds), findEarlierVoices(subjectIds)]);
  const mentioned = await findMentioned(rows.map(({ body }) => body));
  const byId = new Map(rows.map((comment) => [comment.id, comment]));
  return entries.flatMap(({ name, subjectId, at: heardOfAt }) => {
    const comment = byId.get(subjectId);
    if (!comment) return [];
    const isNew = name === "comment.posted";
    const at = isNew ? comment.postedAt : heardOfAt;
    const common = {
      insightId: comment.insightId,
      commentId: comment.id,
      actorId: comment.authorId,
      at,
      past: isPast(at, heardOfAt),
    };
    const of = (kind: "mention" | "comment", people: readonly string[] = []) =>
      people.map((personId) => ({ ...common, kind, personId, dedupeKey: `${kind}:comment:${comment.id}` }));
    return firstReasonEach([
      ...of("mention", mentioned.get(comment.body)),
      ...(isNew ? of("comment", [comment.insightAuthorId, ...(before.get(comment.id) ?? [])]) : []),
    ]);
  });
}

function findComments(ids: readonly string[]) {
  return db
    .select({
      id: comments.id,
      insightId: comments.insightId,
      insightAuthorId: insights.authorId,
      authorId: comments.authorId,
      body: comments.body,
      postedAt: comments.postedAt,
    })
    .from(comments)
    .innerJoin(insights, eq(insights.id, comments.insightId))
    .where(and(inArray(comments.id, [...ids]), isNull(comments.withdrawnAt), isNull(comments.hiddenAt)));
}

/** Who had commented on the same insight when each of these comments was posted: people's ids by comment. */
async function findEarlierVoices(ids: readonly string[]): Promise<Map<string, string[]>> {
  const earlier = alias(comments, "earlier");
  const rows = await db
    .selectDistinct({ id: comments.id, personId: earlier.authorId })
    .from(comments)
    .innerJoin(
      earlier,
      and(
        eq(earlier.insightId, comments.insightId),
        lt(earlier.seq, comments.seq),
        ne(earlier.authorId, comments.authorId),
        isNull(earlier.withdrawnAt),
        isNull(earlier.hiddenAt),
      ),
    )
    .where(inArray(comments.id, [...ids]));
  const voices = new Map<string, string[]>();
  for (const { id, personId } of rows) voices.set(id, [...(voices.get(id) ?? []), personId]);
  return voices;
}
