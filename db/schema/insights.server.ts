import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bases, insightKinds, insightSources, visibilities } from "#app/insights/insight.ts";
import { id, instant, seq } from "./columns.server.ts";
import { comments } from "./comments.server.ts";
import { departments } from "./departments.server.ts";
import { people, teams } from "./people.server.ts";
import { channels, tags } from "./vocabulary.server.ts";

export const insightKind = pgEnum("insight_kind", insightKinds);
export const basis = pgEnum("basis", bases);
export const visibility = pgEnum("visibility", visibilities);
export const insightSource = pgEnum("insight_source", insightSources);

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const insights = pgTable(
  "insights",
  {
    id: id(),
    seq: seq(),
    /** Markdown as typed. */
    body: text().notNull(),
    /** Rendered once, at save, by the renderer of that version. */
    html: text().notNull(),
    rendererVersion: smallint().notNull(),
    plainText: text().notNull(),
    /** What full-text search reads: the text, its departments' names and its tags, without accents. */
    searchText: text().notNull(),
    searchVector: tsvector().generatedAlwaysAs(sql`to_tsvector('english', search_text)`),
    kind: insightKind().notNull(),
    basis: basis().notNull(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id),
    heardOn: date({ mode: "string" }).notNull(),
    /** Monday of the ISO week it was heard. */
    heardWeek: date({ mode: "string" })
      .notNull()
      .generatedAlwaysAs(sql`(date_trunc('week', heard_on::timestamp))::date`),
    /** Monday of the ISO week it was posted, in the library's time zone. */
    postedWeek: date({ mode: "string" }).notNull(),
    visibility: visibility().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    source: insightSource().notNull(),
    importId: uuid(),
    version: integer().notNull().default(1),
    idempotencyKey: text().notNull(),
    postedAt: instant().notNull().defaultNow(),
    editedAt: instant(),
    withdrawnAt: instant(),
    hiddenAt: instant(),
    hiddenBy: uuid().references(() => people.id),
    hiddenReason: text(),
    supersededById: uuid().references((): AnyPgColumn => insights.id),
    /** Distinct people who heard it, its author among them, and distinct teams of theirs. */
    voices: integer().notNull().default(1),
    voiceTeams: integer().notNull().default(1),
    /** The last day anyone heard it, once somebody has corroborated it. */
    lastHeardOn: date({ mode: "string" }),
    comments: integer().notNull().default(0),
    /** From this day on somebody is asked whether it is still true; nobody is while it is null. */
    reviewOn: date({ mode: "string" }),
    reviewAskedAt: instant(),
    confirmedTrueAt: instant(),
    confirmedTrueBy: uuid().references(() => people.id),
    /** A question is answered by a comment, or by an insight that says what it answers. */
    answeredAt: instant(),
    answerCommentId: uuid().references((): AnyPgColumn => comments.id),
    answersId: uuid().references((): AnyPgColumn => insights.id),
  },
  (t) => [
    uniqueIndex("insights_seq_key").on(t.seq),
    uniqueIndex("insights_idempotency_key").on(t.authorId, t.idempotencyKey),
    index("insights_heard_week_index")
      .on(t.heardWeek, t.seq)
      .where(sql`${t.withdrawnAt} is null and ${t.hiddenAt} is null`),
    // What a week's count of all-staff insights reads, and nothing besides; which most colleagues heard comes first.
    index("insights_staff_week_voices_index")
      .on(t.heardWeek, t.voices, t.seq)
      .where(sql`${t.visibility} = 'staff' and ${t.withdrawnAt} is null and ${t.hiddenAt} is null`),
    index("insights_posted_week_index")
      .on(t.postedWeek, t.seq)
      .where(sql`${t.withdrawnAt} is null and ${t.hiddenAt} is null`),
    index("insights_author_id_index").on(t.authorId, t.seq),
    index("insights_review_on_index")
      .on(t.reviewOn)
      .where(sql`${t.withdrawnAt} is null and ${t.hiddenAt} is null and ${t.supersededById} is null`),
    // Holds what the reading rule asks of them, so that a department's can be picked without reading the others.
    index("insights_open_questions_index")
      .on(t.seq, t.id, t.visibility, t.teamId, t.authorId)
      .where(
        sql`${t.kind} = 'question' and ${t.answeredAt} is null and ${t.withdrawnAt} is null and ${t.hiddenAt} is null`,
      ),
    index("insights_superseded_by_id_index").on(t.supersededById).where(sql`${t.supersededById} is not null`),
    index("insights_answers_id_index").on(t.answersId).where(sql`${t.answersId} is not null`),
    index("insights_import_id_index").on(t.importId).where(sql`${t.importId} is not null`),
    // A row of a file is posted once whoever it is attributed to the next time.
    uniqueIndex("insights_imported_once_key").on(t.idempotencyKey).where(sql`${t.importId} is not null`),
    index("insights_search_vector_index").using("gin", t.searchVector),
    check("insights_hidden_whole", sql`(${t.hiddenAt} is null) = (${t.hiddenBy} is null)`),
    check("insights_not_superseded_by_itself", sql`${t.supersededById} <> ${t.id}`),
  ],
);

export const insightDepartments = pgTable(
  "insight_departments",
  {
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    position: smallint().notNull(),
    /** The insight's own `seq`, kept here so that one index serves a department's pages at any size. */
    insightSeq: bigint({ mode: "number" }).notNull(),
    /** The insight's own day heard, for the last one of each department. */
    heardOn: date({ mode: "string" }).notNull(),
    /** The insight's own: the last day anyone heard it, once somebody has corroborated it. */
    lastHeardOn: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.insightId, t.departmentId] }),
    index("insight_departments_department_index").on(t.departmentId, t.insightSeq),
    index("insight_departments_heard_on_index").on(t.departmentId, t.heardOn),
    index("insight_departments_last_heard_on_index")
      .on(t.departmentId, t.lastHeardOn)
      .where(sql`${t.lastHeardOn} is not null`),
  ],
);

export const insightTags = pgTable(
  "insight_tags",
  {
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    tagId: uuid()
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.insightId, t.tagId] }), index("insight_tags_tag_id_index").on(t.tagId)],
);

/** What an insight said at each version, from the first save on. */
export const insightRevisions = pgTable(
  "insight_revisions",
  {
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    version: integer().notNull(),
    editedBy: uuid()
      .notNull()
      .references(() => people.id),
    editedAt: instant().notNull().defaultNow(),
    body: text().notNull(),
    kind: insightKind().notNull(),
    basis: basis().notNull(),
    channelId: uuid().notNull(),
    heardOn: date({ mode: "string" }).notNull(),
    visibility: visibility().notNull(),
    departmentIds: jsonb().$type<string[]>().notNull(),
    tagNames: jsonb().$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.insightId, t.version] })],
);

/**
 * One row an insight: what the search index should hold (`wanted`, raised by every change) and what it is known
 * to hold (`confirmed`). Rows that differ are searched in PostgreSQL until the engine has confirmed them.
 */
export const insightIndexStates = pgTable(
  "insight_index_states",
  {
    insightId: uuid()
      .primaryKey()
      .references(() => insights.id),
    wanted: integer().notNull().default(1),
    confirmed: integer(),
    changedAt: instant().notNull().defaultNow(),
    confirmedAt: instant(),
  },
  (t) => [
    index("insight_index_states_unconfirmed_index")
      .on(t.changedAt)
      .where(sql`${t.confirmed} is distinct from ${t.wanted}`),
  ],
);
