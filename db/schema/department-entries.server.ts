import { sql } from "drizzle-orm";
import {
  boolean,
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
import { approachOutcomes, approachWays } from "#app/departments/approach.ts";
import { contactRoles } from "#app/departments/contact.ts";
import { entryKinds } from "#app/departments/entry.ts";
import { needStates } from "#app/departments/need.ts";
import { rhythms } from "#app/departments/rhythm.ts";
import { sourceKinds, subscriptions } from "#app/departments/source.ts";
import { id, instant, seq } from "./columns.server.ts";
import { departments } from "./departments.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";

export const contactRole = pgEnum("contact_role", contactRoles);
export const rhythm = pgEnum("rhythm", rhythms);
export const sourceKind = pgEnum("source_kind", sourceKinds);
export const subscription = pgEnum("subscription", subscriptions);
export const approachWay = pgEnum("approach_way", approachWays);
export const approachOutcome = pgEnum("approach_outcome", approachOutcomes);
export const needState = pgEnum("need_state", needStates);
export const entryKind = pgEnum("department_entry_kind", entryKinds);

const day = () => date({ mode: "string" });

/** What every entry about a department has: who noted it and when, its version, and that it was taken away. */
const entry = () => ({
  id: id(),
  departmentId: uuid()
    .notNull()
    .references(() => departments.id),
  version: integer().notNull().default(1),
  notedBy: uuid()
    .notNull()
    .references(() => people.id),
  notedAt: instant().notNull().defaultNow(),
  editedBy: uuid()
    .notNull()
    .references(() => people.id),
  editedAt: instant().notNull().defaultNow(),
  removedAt: instant(),
});

/** A department's own words about itself, as its liaisons keep them; none until somebody has written some. */
export const departmentProfiles = pgTable("department_profiles", {
  departmentId: uuid()
    .primaryKey()
    .references(() => departments.id),
  version: integer().notNull().default(1),
  coreBusiness: text().notNull().default(""),
  places: text().notNull().default(""),
  size: text().notNull().default(""),
  agendas: text().notNull().default(""),
  systems: text().notNull().default(""),
  rhythm: rhythm(),
  approach: text().notNull().default(""),
  works: text().notNull().default(""),
  worksNot: text().notNull().default(""),
  editedBy: uuid()
    .notNull()
    .references(() => people.id),
  editedAt: instant().notNull().defaultNow(),
});

/** What an entry or a profile said at each version, from the first on. */
export const departmentRevisions = pgTable(
  "department_revisions",
  {
    id: id(),
    seq: seq(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    kind: entryKind().notNull(),
    /** The entry's id; the department's own for its profile. */
    subjectId: uuid().notNull(),
    version: integer().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    removed: boolean().notNull().default(false),
    editedBy: uuid()
      .notNull()
      .references(() => people.id),
    editedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("department_revisions_department_id_index").on(t.departmentId, t.seq),
    uniqueIndex("department_revisions_version_key").on(t.subjectId, t.version),
  ],
);

/** A person in a department, noted by somebody. */
export const contacts = pgTable(
  "contacts",
  {
    ...entry(),
    name: text().notNull(),
    role: contactRole().notNull(),
    place: text().notNull().default(""),
    does: text().notNull().default(""),
    worksOn: text().notNull().default(""),
    since: day(),
    until: day(),
  },
  (t) => [index("contacts_department_id_index").on(t.departmentId)],
);

/** What a department reads, and pages of its own to look at from time to time. */
export const departmentSources = pgTable(
  "department_sources",
  {
    ...entry(),
    kind: sourceKind().notNull(),
    name: text().notNull(),
    address: text().notNull().default(""),
    note: text().notNull().default(""),
    subscription: subscription().notNull(),
    /** Whose turn it is; the department's owner's when it says nobody. */
    turnId: uuid().references(() => people.id),
    /** Looked at every so many weeks; not regularly when null. */
    everyWeeks: smallint(),
    /** The day it was last looked at, kept here so that what is due can be found by it. */
    checkedOn: day(),
  },
  (t) => [
    index("department_sources_department_id_index").on(t.departmentId),
    index("department_sources_due_index")
      .on(t.checkedOn)
      .where(sql`${t.everyWeeks} is not null and ${t.removedAt} is null`),
  ],
);

/** Each time somebody looked at a source, and whether there was something. */
export const sourceChecks = pgTable(
  "source_checks",
  {
    id: id(),
    sourceId: uuid()
      .notNull()
      .references(() => departmentSources.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    checkedOn: day().notNull(),
    found: boolean().notNull(),
    checkedAt: instant().notNull().defaultNow(),
  },
  (t) => [index("source_checks_source_id_index").on(t.sourceId, t.checkedAt)],
);

/** What the library offered a department, how, and what came of it. */
export const approaches = pgTable(
  "approaches",
  {
    ...entry(),
    way: approachWay().notNull(),
    what: text().notNull(),
    madeOn: day().notNull(),
    /** Null while there is no answer yet. */
    outcome: approachOutcome(),
    learned: text().notNull().default(""),
  },
  (t) => [index("approaches_department_id_index").on(t.departmentId, t.madeOn)],
);

/** What to ask a department next time. */
export const questionsToAsk = pgTable("questions_to_ask", { ...entry(), question: text().notNull() }, (t) => [
  index("questions_to_ask_department_id_index").on(t.departmentId),
]);

/** The insights that answered one: for whoever may read none of them it is open still. */
export const questionAnswers = pgTable(
  "question_answers",
  {
    questionId: uuid()
      .notNull()
      .references(() => questionsToAsk.id),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    answeredAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.insightId] }),
    index("question_answers_insight_id_index").on(t.insightId),
  ],
);

/** The standing summary, a sentence a row, in the liaison's words. */
export const summarySentences = pgTable(
  "summary_sentences",
  { ...entry(), sentence: text().notNull(), position: integer().notNull().default(0) },
  (t) => [index("summary_sentences_department_id_index").on(t.departmentId, t.position)],
);

/** The insights that support a sentence. */
export const summaryCitations = pgTable(
  "summary_citations",
  {
    sentenceId: uuid()
      .notNull()
      .references(() => summarySentences.id),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    citedBy: uuid()
      .notNull()
      .references(() => people.id),
    citedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sentenceId, t.insightId] }),
    index("summary_citations_insight_id_index").on(t.insightId),
  ],
);

/** What the library offers, as an editor lists it. */
export const services = pgTable("services", {
  id: id(),
  name: text().notNull().unique("services_name_key"),
  position: smallint().notNull(),
  createdAt: instant().notNull().defaultNow(),
  retiredAt: instant(),
});

/** How a department stands to one of our services; no row while nobody has said, no state once somebody took it back. */
export const departmentNeeds = pgTable(
  "department_needs",
  {
    id: id(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    state: needState(),
    note: text().notNull().default(""),
    version: integer().notNull().default(1),
    notedBy: uuid()
      .notNull()
      .references(() => people.id),
    notedAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("department_needs_service_key").on(t.departmentId, t.serviceId)],
);
