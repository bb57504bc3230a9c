import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { canRead } from "../insights/readable.ts";
import type { Candidate } from "./candidate.ts";
import { findLiaisons } from "./find-liaisons.server.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

/** Who is asked whether something is still true: its author and who looks after its departments. */
export async function askedToReview(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["insight.review-asked"]);
  if (entries.length === 0) return [];
  const [rows, liaisons] = await Promise.all([
    db
      .select({ id: insights.id, authorId: insights.authorId, confirmedAt: insights.confirmedTrueAt })
      .from(insights)
      .where(and(inArray(insights.id, subjectIds), isNull(insights.supersededById))),
    findLiaisons(subjectIds),
  ]);
  return entries.flatMap(({ id, subjectId, actorId, at }) => {
    const insight = rows.find((one) => one.id === subjectId);
    if (!insight || (insight.confirmedAt && insight.confirmedAt > at)) return [];
    return [insight.authorId, ...(liaisons.get(subjectId) ?? [])].map((personId) => ({
      kind: "review",
      personId,
      insightId: subjectId,
      commentId: null,
      actorId,
      dedupeKey: `review:${id}`,
      at,
      past: false,
    }));
  });
}

/**
 * Who hears that something newer takes an insight's place: its author and those who had heard the same, if they may
 * still read it. They are told of the newer one, so that whoever may not read that one is told nothing.
 */
export async function toldOfNewer(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["insight.superseded"]);
  if (entries.length === 0) return [];
  const older = await db
    .select({
      id: insights.id,
      newerId: insights.supersededById,
      visibility: insights.visibility,
      teamId: insights.teamId,
      authorId: insights.authorId,
    })
    .from(insights)
    .where(and(inArray(insights.id, subjectIds), isNotNull(insights.supersededById)));
  const voices = await db
    .select({ insightId: corroborations.insightId, personId: people.id, teamId: people.teamId })
    .from(corroborations)
    .innerJoin(people, eq(people.id, corroborations.personId))
    .where(and(inArray(corroborations.insightId, subjectIds), isNull(corroborations.withdrawnAt)));
  return entries.flatMap(({ subjectId, actorId, at }) => {
    const old = older.find(({ id }) => id === subjectId);
    if (!old?.newerId) return [];
    const { newerId } = old;
    const heardToo = voices.filter(
      ({ insightId, personId, teamId }) =>
        insightId === subjectId && canRead({ id: personId, team: { id: teamId } }, old),
    );
    return [old.authorId, ...heardToo.map(({ personId }) => personId)].map((personId) => ({
      kind: "superseded",
      personId,
      insightId: newerId,
      commentId: null,
      actorId,
      dedupeKey: `superseded:${subjectId}:${newerId}`,
      at,
      past: false,
    }));
  });
}
