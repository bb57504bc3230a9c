import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { formalities } from "#app/vocabulary/channel.ts";
import { wordGroupKinds } from "#app/vocabulary/word-group.ts";
import { id, instant } from "./columns.server.ts";
import { people } from "./people.server.ts";

export const formality = pgEnum("formality", formalities);

export const channels = pgTable("channels", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull().unique(),
  phrase: text().notNull(),
  formality: formality().notNull(),
  position: smallint().notNull(),
  retiredAt: instant(),
});

export const tags = pgTable("tags", {
  id: id(),
  name: text().notNull().unique("tags_name_key"),
  createdBy: uuid().references(() => people.id),
  createdAt: instant().notNull().defaultNow(),
  retiredAt: instant(),
  /** What it became part of: its name is a synonym of that now. */
  mergedIntoId: uuid().references((): AnyPgColumn => tags.id),
});

export const tagSynonyms = pgTable(
  "tag_synonyms",
  {
    id: id(),
    tagId: uuid()
      .notNull()
      .references(() => tags.id),
    name: text().notNull(),
  },
  (t) => [
    index("tag_synonyms_tag_id_index").on(t.tagId),
    uniqueIndex("tag_synonyms_name_key").on(sql`lower(${t.name})`),
  ],
);

/** Two tags made one, with what it takes to part them again. */
export const tagMerges = pgTable(
  "tag_merges",
  {
    id: id(),
    fromId: uuid()
      .notNull()
      .references(() => tags.id),
    intoId: uuid()
      .notNull()
      .references(() => tags.id),
    /** Synonyms that came along. */
    synonyms: text().array().notNull().default([]),
    mergedBy: uuid()
      .notNull()
      .references(() => people.id),
    mergedAt: instant().notNull().defaultNow(),
    undoneAt: instant(),
  },
  (t) => [index("tag_merges_into_id_index").on(t.intoId)],
);

/** The insights a merge concerned, and whether they had both tags before. No reference: an erased insight is not kept for it. */
export const tagMergeUses = pgTable(
  "tag_merge_uses",
  {
    mergeId: uuid()
      .notNull()
      .references(() => tagMerges.id),
    insightId: uuid().notNull(),
    hadBoth: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.insightId] })],
);

export const wordGroupKind = pgEnum("word_group_kind", wordGroupKinds);

const wordGroupContent = () => ({
  version: integer().notNull().default(1),
  kind: wordGroupKind().notNull(),
  /** Of words that mean the same all of them; else those that find others besides, which are `finds`. */
  words: text().array().notNull(),
  finds: text().array().notNull().default([]),
  removed: boolean().notNull().default(false),
});

/** Words a search takes one for the other: the library's own dialect. */
export const wordGroups = pgTable("word_groups", {
  id: id(),
  ...wordGroupContent(),
  changedAt: instant().notNull().defaultNow(),
});

/** Every version of them: the way back. */
export const wordGroupRevisions = pgTable(
  "word_group_revisions",
  {
    groupId: uuid()
      .notNull()
      .references(() => wordGroups.id),
    ...wordGroupContent(),
    /** Nobody when it came with the library. */
    changedBy: uuid().references(() => people.id),
    changedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.version] })],
);
