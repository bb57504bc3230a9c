import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { comments } from "#db/schema/comments.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { type Reader, readingRule } from "../insights/readable.ts";

/**
 * Which notifications a person sees: theirs, on insights they may read now, and not on a comment taken away meanwhile.
 * For statements from `notifications` with its insight and, where there is one, its comment.
 */
export function shownTo(reader: Reader): SQL | undefined {
  const standing = and(isNull(comments.withdrawnAt), isNull(comments.hiddenAt));
  return and(
    eq(notifications.personId, reader.id),
    or(isNull(notifications.commentId), standing),
    readableInSql(readingRule(reader)),
  );
}
