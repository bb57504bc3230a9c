import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, seq } from "./columns.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";

/** What colleagues say beneath an insight; read by whoever may read the insight. */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    seq: seq(),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    /** Markdown as typed. */
    body: text().notNull(),
    html: text().notNull(),
    rendererVersion: smallint().notNull(),
    plainText: text().notNull(),
    version: integer().notNull().default(1),
    idempotencyKey: text().notNull(),
    postedAt: instant().notNull().defaultNow(),
    editedAt: instant(),
    withdrawnAt: instant(),
    hiddenAt: instant(),
    hiddenBy: uuid().references(() => people.id),
    hiddenReason: text(),
  },
  (t) => [
    uniqueIndex("comments_idempotency_key").on(t.authorId, t.idempotencyKey),
    index("comments_insight_id_index").on(t.insightId, t.seq),
    // Letters and digits alone, as with insights: PostgreSQL's parser takes its time over some punctuation.
    index("comments_words_index").using(
      "gin",
      sql`to_tsvector('english', regexp_replace(${t.plainText}, '[^[:alnum:]]+', ' ', 'g'))`,
    ),
  ],
);

/** What a comment said at each version, from the first save on. */
export const commentRevisions = pgTable(
  "comment_revisions",
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id),
    version: integer().notNull(),
    body: text().notNull(),
    editedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.version] })],
);
