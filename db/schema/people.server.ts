import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { OwnName } from "#app/people/own-name.ts";
import { roles } from "#app/people/person.ts";
import { linkKinds } from "#app/people/person-link.ts";
import { id, instant, seq } from "./columns.server.ts";

export const role = pgEnum("role", roles);

export const teams = pgTable("teams", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull().unique(),
  createdAt: instant().notNull().defaultNow(),
});

export const people = pgTable(
  "people",
  {
    id: id(),
    seq: seq(),
    handle: text().notNull().unique(),
    name: text().notNull(),
    email: text().notNull(),
    role: role().notNull(),
    jobTitle: text().notNull(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    passwordHash: text(),
    disabledAt: instant(),
    /** Of somebody who has left and is shown by their role: what they were called. */
    ownName: jsonb().$type<OwnName>(),
    recordVersion: integer().notNull().default(1),
    demonstration: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("people_email_key").on(sql`lower(${t.email})`),
    index("people_team_id_index").on(t.teamId),
  ],
);

export const linkKind = pgEnum("link_kind", linkKinds);

/** Links that let a person set a password, once and not for long; only a hash of each is kept. */
export const personLinks = pgTable(
  "person_links",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: linkKind().notNull(),
    tokenHash: text().notNull().unique("person_links_token_hash_key"),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    /** Used, or replaced by a newer one: either way it opens nothing any more. */
    spentAt: instant(),
  },
  (t) => [index("person_links_person_id_index").on(t.personId)],
);

export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: text().notNull().unique("sessions_token_hash_key"),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    userAgent: text().notNull().default(""),
  },
  (t) => [
    index("sessions_person_id_index").on(t.personId),
    index("sessions_expires_at_index").on(t.expiresAt),
  ],
);

/** Keys that act as a person through the API; only a hash of each is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    keyHash: text().notNull().unique("api_keys_key_hash_key"),
    createdAt: instant().notNull().defaultNow(),
    /** Nobody when it was made at the terminal. */
    madeById: uuid().references(() => people.id),
    lastUsedAt: instant(),
    /** From then on it opens nothing, if it was made for a time. */
    endsAt: instant(),
    revokedAt: instant(),
    revokedById: uuid().references(() => people.id),
  },
  (t) => [index("api_keys_person_id_index").on(t.personId)],
);

/** Attempts counted by rate-limiter-flexible; its column names are the library's. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: instant(),
});
