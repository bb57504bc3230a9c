import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insightRevisions, insights } from "#db/schema/insights.server.ts";
import { dayIn } from "../settings/calendar.ts";
import type { InsightDraft } from "./insight-draft.ts";
import { type ResolvedDraft, tagNamesOf } from "./resolve-draft.server.ts";

type Sent = {
  authorId: string;
  idempotencyKey: string;
  draft: InsightDraft;
  words: ResolvedDraft;
  timeZone: string;
};

const first = {
  body: insightRevisions.body,
  kind: insightRevisions.kind,
  basis: insightRevisions.basis,
  channelId: insightRevisions.channelId,
  visibility: insightRevisions.visibility,
  departmentIds: insightRevisions.departmentIds,
  tagNames: insightRevisions.tagNames,
};

/** What a person posted with a key, if anything, and whether it said at first what is sent with the same key now. */
export async function findPostedWithKey(sent: Sent): Promise<{ id: string; isSame: boolean } | undefined> {
  const { authorId, idempotencyKey, draft, words, timeZone } = sent;
  const [posted] = await db
    .select({ id: insights.id, postedAt: insights.postedAt, heardOn: insightRevisions.heardOn, first })
    .from(insights)
    .innerJoin(
      insightRevisions,
      and(eq(insightRevisions.insightId, insights.id), eq(insightRevisions.version, 1)),
    )
    .where(and(eq(insights.authorId, authorId), eq(insights.idempotencyKey, idempotencyKey)));
  if (!posted) return undefined;

  const now: typeof posted.first = {
    body: draft.body,
    kind: draft.kind,
    basis: draft.basis,
    channelId: words.channelId,
    visibility: draft.visibility,
    departmentIds: words.departments.map(({ id }) => id),
    tagNames: tagNamesOf(words),
  };
  // A day nobody gave is the day of sending: another one when midnight lies between.
  const bothToday =
    posted.heardOn === dayIn(timeZone, posted.postedAt) && draft.heardOn === dayIn(timeZone, new Date());
  const isSameDay = posted.heardOn === draft.heardOn || bothToday;
  return { id: posted.id, isSame: isSameDay && isDeepStrictEqual(posted.first, now) };
}
