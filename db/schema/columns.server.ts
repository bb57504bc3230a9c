import { bigint, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key: a UUIDv7 the application makes (`newId`), so a row can be referred to before it is written. */
export const id = () => uuid().primaryKey();

/** The server's own order of writing: what pages, feeds and cursors sort by. */
export const seq = () => bigint({ mode: "number" }).generatedAlwaysAsIdentity();

export const instant = () => timestamp({ withTimezone: true, precision: 3 });

/**
 * A JSON value of any kind. Drizzle's own `jsonb` reads a text that looks like JSON as what it would say: a library
 * called "2026" would have a number for a name.
 */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
});
