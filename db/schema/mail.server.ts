import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { people } from "./people.server.ts";

/**
 * Mails to be sent and sent, one a person and purpose. A row names what the mail is about; its text is written when
 * it is sent, under the reading rule of that moment, and is not kept.
 */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    purpose: text().notNull(),
    subjectId: uuid(),
    /** Each is sent once, however often it is asked for. */
    dedupeKey: text().notNull().unique("mails_dedupe_key"),
    /** `waiting`, `sending`, `sent`, `failed`, `skipped` or `unknown`: `app/mail/mail.ts` says what each means. */
    state: text().notNull().default("waiting"),
    attempts: integer().notNull().default(0),
    nextTryAt: instant().notNull().defaultNow(),
    createdAt: instant().notNull().defaultNow(),
    /** Set just before handing it to the mail server: a mail that stands here without `sent_at` may have gone. */
    handedOverAt: instant(),
    sentAt: instant(),
    lastError: text(),
  },
  (t) => [
    index("mails_waiting_index").on(t.nextTryAt).where(sql`${t.state} = 'waiting'`),
    index("mails_sending_index").on(t.handedOverAt).where(sql`${t.state} = 'sending'`),
    index("mails_person_id_index").on(t.personId),
  ],
);
