import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insightIndexStates, insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { renderMarkdown } from "../text/render-markdown.server.ts";
import { coinTags } from "../vocabulary/coin-tags.server.ts";
import type { InsightSource } from "./insight.ts";
import type { DraftProblems, InsightDraft } from "./insight-draft.ts";
import { insightRow } from "./insight-row.server.ts";
import { resolveDraft } from "./resolve-draft.server.ts";
import { writeInsightWords } from "./write-insight-words.server.ts";

export type Posting = {
  person: Person;
  draft: InsightDraft;
  /** Made once a form or a request: however often it arrives, one insight is posted. */
  idempotencyKey: string;
  source: InsightSource;
  /** When it is posted; now, except where a library's past is brought in. */
  postedAt?: Date;
};

export type PostOutcome =
  | { outcome: "posted" | "already-posted"; id: string }
  | { outcome: "refused"; problems: DraftProblems };

/** Posts an insight: it, its first revision, its ledger entry and its jobs are saved together or not at all. */
export async function postInsight(posting: Posting): Promise<PostOutcome> {
  const { person, draft, idempotencyKey, source, postedAt = new Date() } = posting;
  const [resolved, rendered, settings] = await Promise.all([
    resolveDraft(draft),
    renderMarkdown(draft.body, { linkTags: true }),
    findLibrarySettings(),
  ]);
  if ("problems" in resolved) return { outcome: "refused", problems: resolved.problems };

  const id = newId();
  try {
    await runTransaction(async (tx) => {
      const coined = await coinTags(tx, { names: resolved.newTags, personId: person.id });
      const words = { ...resolved, tags: [...resolved.tags, ...coined] };
      // Sent together, the insight first: PostgreSQL takes them in order on one connection, and nobody waits in between.
      const inserted = tx
        .insert(insights)
        .values({
          id,
          ...insightRow({ draft, rendered, words }),
          postedWeek: mondayOf(dayIn(settings.timeZone, postedAt)),
          postedAt,
          authorId: person.id,
          teamId: person.team.id,
          source,
          idempotencyKey,
        })
        .prepare("insight")
        .execute();
      await Promise.all([
        inserted,
        writeInsightWords(tx, { insightId: id, version: 1, editedBy: person.id, draft, resolved: words }),
        tx.insert(insightIndexStates).values({ insightId: id }).prepare("index state").execute(),
        recordEvent(tx, { name: "insight.posted", actorId: person.id, subjectId: id }),
      ]);
    });
    return { outcome: "posted", id };
  } catch (error) {
    if (!isUniqueViolation(error, "insights_idempotency_key")) throw error;
    return { outcome: "already-posted", id: await findPosted({ authorId: person.id, idempotencyKey }) };
  }
}

async function findPosted({
  authorId,
  idempotencyKey,
}: {
  authorId: string;
  idempotencyKey: string;
}): Promise<string> {
  const [posted] = await db
    .select({ id: insights.id })
    .from(insights)
    .where(and(eq(insights.authorId, authorId), eq(insights.idempotencyKey, idempotencyKey)));
  if (!posted) throw new Error("an insight refused as posted already is not there");
  return posted.id;
}
