import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { formalities } from "#app/vocabulary/channel.ts";
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
