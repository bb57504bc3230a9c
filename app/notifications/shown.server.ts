import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { comments } from "#db/schema/comments.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { readableByReader, readableInSql } from "../insights/readable.server.ts";
import { type Reader, readingRule } from "../insights/readable.ts";

/**
 * Which notifications a person sees: theirs, on handovers, on keys and on insights they may read now, and not on a comment taken
 * away meanwhile. For statements from `notifications` with its insight and, where there is one, its comment.
 */
export function shownTo(reader: Reader): SQL | undefined {
  return and(
    eq(notifications.personId, reader.id),
    standing,
    orNoInsight(readableInSql(readingRule(reader))),
  );
}

/** The same for a query that is made once and kept: it waits for `readerValues`. */
export function shownToReader(): SQL | undefined {
  return and(
    eq(notifications.personId, sql.placeholder("readerId")),
    standing,
    orNoInsight(readableByReader()),
  );
}

const standing = or(
  isNull(notifications.commentId),
  and(isNull(comments.withdrawnAt), isNull(comments.hiddenAt)),
);

/** Who looks after what, and one's own keys, stand beside no insight: there is nothing of it that its reader may not read. */
function orNoInsight(readable: SQL): SQL | undefined {
  const { handoverId, liaisonId, apiKeyId } = notifications;
  return or(isNotNull(handoverId), isNotNull(liaisonId), isNotNull(apiKeyId), readable);
}
