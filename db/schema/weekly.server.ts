import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { departments } from "./departments.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";
import { tags } from "./vocabulary.server.ts";

/** How far each person has read each week's issue: the highest insight `seq` that stood on it when they looked. */
export const issueReadings = pgTable(
  "issue_readings",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Monday of the week. */
    week: date({ mode: "string" }).notNull(),
    upTo: bigint({ mode: "number" }).notNull(),
    lookedAt: instant().notNull().defaultNow(),
    /** The insight they had before them when they left. */
    stoppedAt: uuid(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.week] })],
);

/**
 * What is kept of a week's issue: what an editor has added to it, and, once it is closed, in which order its insights
 * stand. Of insights there are ids alone: what they say is read, under the reading rule, whenever the issue is shown.
 */
export const weeklyIssues = pgTable("weekly_issues", {
  id: id(),
  /** Monday of the week. */
  week: date({ mode: "string" }).notNull().unique("weekly_issues_week_key"),
  version: integer().notNull().default(1),
  /** An editor's words at the top, plain text. */
  lead: text().notNull().default(""),
  /** "In one minute" as an editor wrote it; null leaves it to the rule. */
  minute: jsonb().$type<{ text: string; sources: string[]; versions?: number[] }[]>(),
  /** What colleagues are asked to listen for in the week after. */
  prompt: text().notNull().default(""),
  editedAt: instant(),
  /** From then on everybody sees what the editor added, before the week is closed. */
  approvedAt: instant(),
  approvedBy: uuid().references(() => people.id),
  /** The library's moment has come: nothing moves any more. */
  closedAt: instant(),
  /** The highest insight `seq` at that moment: what is posted later is marked as added. */
  closedUpTo: bigint({ mode: "number" }),
  /** Ids in the order in which they stood, and which of them were open questions. */
  contents: jsonb().$type<{ order: string[]; questions: string[] }>(),
});

/** What an editor picked for an issue, and why in a sentence. */
export const issuePicks = pgTable(
  "issue_picks",
  {
    issueId: uuid()
      .notNull()
      .references(() => weeklyIssues.id),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    position: smallint().notNull(),
    sentence: text().notNull().default(""),
    pickedBy: uuid()
      .notNull()
      .references(() => people.id),
    pickedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.issueId, t.insightId] }),
    index("issue_picks_insight_id_index").on(t.insightId),
  ],
);

/** How a person wants the issue by mail; one without a row gets it as the library sends it. */
export const weeklyMailChoices = pgTable("weekly_mail_choices", {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  /** `whole`, `mine` (only what is about one's topics, or departments and follows) or `never`. */
  scope: text().notNull(),
  /** ISO day of the week on which it comes; null is the library's own moment. */
  day: smallint(),
  changedAt: instant().notNull().defaultNow(),
});

/** What a person wants on top of the weekly mail, one a row; without any it is what they look after and follow. */
export const weeklyMailTopics = pgTable(
  "weekly_mail_topics",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    departmentId: uuid().references(() => departments.id),
    tagId: uuid().references(() => tags.id),
  },
  (t) => [
    check("weekly_mail_topics_one_thing", sql`num_nonnulls(${t.departmentId}, ${t.tagId}) = 1`),
    uniqueIndex("weekly_mail_topics_department_key").on(t.personId, t.departmentId),
    uniqueIndex("weekly_mail_topics_tag_key").on(t.personId, t.tagId),
    index("weekly_mail_topics_department_id_index").on(t.departmentId),
    index("weekly_mail_topics_tag_id_index").on(t.tagId),
  ],
);
