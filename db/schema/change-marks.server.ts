import { sql } from "drizzle-orm";
import { customType, pgTable } from "drizzle-orm/pg-core";
import { instant } from "./columns.server.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * That something pages are made of has been changed: a row for each transaction that did so, written by a trigger on
 * every table that is not named below. It says no more than that, so nothing can be read from it, and no change, not even
 * one made by hand, can be forgotten.
 */
export const changeMarks = pgTable("change_marks", {
  xid: xid8().primaryKey().default(sql`pg_current_xact_id()`),
  at: instant().notNull().defaultNow(),
});

/** Tables whose changes leave no mark, each with the reason. */
export const unmarked: Record<string, string> = {
  change_marks: "the marks themselves",
  events: "says what has been changed elsewhere",
  insight_revisions: "only on pages that are made anew each time, as are the next",
  comment_revisions: "see insight_revisions",
  department_revisions: "see insight_revisions",
  word_group_revisions: "see insight_revisions",
  word_groups: "belong to searching",
  search_words: "belong to searching",
  search_keys: "belong to searching",
  empty_searches: "belong to searching",
  saved_searches: "belong to searching",
  insight_index_states: "belong to searching",
  issue_readings: "how far one person has read: looked at beside whatever is kept",
  insight_readings: "what one person has read: on no page that is kept",
  notifications: "one person's, counted on every page",
  notification_choices: "how one person is told",
  weekly_mail_choices: "what one person is mailed",
  weekly_mail_topics: "what one person is mailed",
  mails: "on their way",
  drafts: "one person's, and saved as they type",
  templates: "belong to the posting form",
  imports: "say every second that they go on; what they bring in is in other tables",
  import_problems: "see imports",
  import_mappings: "see imports",
  sessions: "looked at on every page",
  person_links: "open no page that is kept",
  api_keys: "open no page that is kept",
  feed_keys: "open no page that is kept",
  signing_keys: "open no page that is kept",
  rate_limits: "counts of the last minutes",
  backups: "where backups lie",
};
