import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { listSavedMatches } from "../search/list-saved-matches.server.ts";
import { type Candidate, firstReasonEach, isPast } from "./candidate.ts";
import { findFollowers } from "./find-followers.server.ts";
import { findLiaisons } from "./find-liaisons.server.ts";
import { findMentioned } from "./find-mentioned.server.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

const saidAnew = ["insight.posted", "insight.edited", "insight.restored", "insight.unhidden"] as const;

/**
 * Whoever an insight mentions, of a question who looks after its departments, whose saved search finds it, and
 * who follows what it is about. Told by what it says now, so that
 * an edit tells those it newly mentions. What a file brought in tells nobody.
 */
export async function toldOfInsights(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, saidAnew);
  if (entries.length === 0) return [];
  const rows = await db
    .select({
      id: insights.id,
      body: insights.body,
      kind: insights.kind,
      authorId: insights.authorId,
      source: insights.source,
      postedAt: insights.postedAt,
      answeredAt: insights.answeredAt,
    })
    .from(insights)
    .where(inArray(insights.id, subjectIds));
  const told = rows.filter(({ source }) => source !== "import");
  const open = told.filter(({ kind, answeredAt }) => kind === "question" && !answeredAt);
  const [mentioned, liaisons, matches, followers] = await Promise.all([
    findMentioned(told.map(({ body }) => body)),
    findLiaisons(open.map(({ id }) => id)),
    listSavedMatches(told.map(({ id }) => id)),
    findFollowers(told.map(({ id }) => id)),
  ]);
  const byId = new Map(told.map((insight) => [insight.id, insight]));
  return entries.flatMap(({ name, subjectId, at: heardOfAt }) => {
    const insight = byId.get(subjectId);
    if (!insight) return [];
    const at = name === "insight.posted" ? insight.postedAt : heardOfAt;
    const common = {
      insightId: insight.id,
      commentId: null,
      actorId: insight.authorId,
      at,
      past: isPast(at, heardOfAt),
    };
    const of = (kind: "mention" | "question" | "saved-search" | "followed", people: readonly string[] = []) =>
      people.map((personId) => ({ ...common, kind, personId, dedupeKey: `${kind}:insight:${insight.id}` }));
    return firstReasonEach([
      ...of("mention", mentioned.get(insight.body)),
      ...of("question", liaisons.get(insight.id)),
      ...matches
        .filter(({ insightId }) => insightId === insight.id)
        .flatMap(({ personId, savedSearchId }) =>
          of("saved-search", [personId]).map((candidate) => ({ ...candidate, savedSearchId })),
        ),
      ...of("followed", followers.get(insight.id)),
    ]);
  });
}
