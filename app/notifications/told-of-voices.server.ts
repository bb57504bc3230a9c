import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { corroborations, tellings, thanks } from "#db/schema/voices.server.ts";
import { type Candidate, isPast } from "./candidate.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

/** An insight's author, when a colleague has heard the same; not of a voice taken back meanwhile. */
export async function toldOfCorroborations(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["insight.corroborated"]);
  if (entries.length === 0) return [];
  const rows = await db
    .select({
      insightId: corroborations.insightId,
      actorId: corroborations.personId,
      personId: insights.authorId,
      at: corroborations.corroboratedAt,
    })
    .from(corroborations)
    .innerJoin(insights, eq(insights.id, corroborations.insightId))
    .where(and(inArray(corroborations.insightId, subjectIds), isNull(corroborations.withdrawnAt)));
  return quiet(entries, rows, "corroborated");
}

/** An insight's author, when a colleague thanks them. */
export async function toldOfThanks(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["insight.thanked"]);
  if (entries.length === 0) return [];
  const rows = await db
    .select({
      insightId: thanks.insightId,
      actorId: thanks.personId,
      personId: insights.authorId,
      at: thanks.thankedAt,
    })
    .from(thanks)
    .innerJoin(insights, eq(insights.id, thanks.insightId))
    .where(inArray(thanks.insightId, subjectIds));
  return quiet(entries, rows, "thanks");
}

type Sign = { insightId: string; actorId: string; personId: string; at: Date };

/** Once a colleague and insight, however often it is pressed and taken back. */
function quiet(
  entries: readonly LedgerEntry[],
  signs: readonly Sign[],
  kind: "corroborated" | "thanks",
): Candidate[] {
  return entries.flatMap(({ subjectId, actorId, at: heardOfAt }) =>
    signs
      .filter((sign) => sign.insightId === subjectId && sign.actorId === actorId)
      .map((sign) => ({
        ...sign,
        kind,
        commentId: null,
        dedupeKey: `${kind}:${sign.insightId}:${sign.actorId}`,
        past: isPast(sign.at, heardOfAt),
      })),
  );
}

/** The colleague an insight was sent to. */
export async function toldByColleagues(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["insight.told"]);
  if (entries.length === 0) return [];
  const rows = await db
    .select({
      id: tellings.id,
      insightId: tellings.insightId,
      personId: tellings.personId,
      actorId: tellings.toldBy,
      at: tellings.toldAt,
    })
    .from(tellings)
    .where(inArray(tellings.id, subjectIds));
  return entries.flatMap(({ subjectId, at: heardOfAt }) =>
    rows
      .filter(({ id }) => id === subjectId)
      .map(({ id, ...telling }) => ({
        ...telling,
        kind: "told" as const,
        commentId: null,
        dedupeKey: `told:${id}`,
        past: isPast(telling.at, heardOfAt),
      })),
  );
}
