import { index, integer, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";

/** An uploaded picture or document: its facts here, its bytes kept by the files room under its id. */
export const files = pgTable(
  "files",
  {
    id: id(),
    uploadedBy: uuid()
      .notNull()
      .references(() => people.id),
    /** Read by whoever may read the insight; only its uploader sees one that belongs to none yet. */
    insightId: uuid().references(() => insights.id),
    position: smallint().notNull().default(0),
    /** Recognised by content, never taken from the upload's own word. */
    type: text().notNull(),
    /** As the uploader named it, for the download only. */
    name: text().notNull(),
    alternativeText: text().notNull().default(""),
    bytes: integer().notNull(),
    width: integer(),
    height: integer(),
    sha256: text().notNull(),
    uploadedAt: instant().notNull().defaultNow(),
    removedAt: instant(),
  },
  (t) => [
    index("files_insight_id_index").on(t.insightId),
    index("files_uploaded_by_index").on(t.uploadedBy, t.uploadedAt),
  ],
);
